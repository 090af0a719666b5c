package dev.vmkit.language.device;

import dev.vmkit.language.device.DeviceRegister.Access;
import dev.vmkit.language.isa.BitRange;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.Values;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlNode;
import dev.vmkit.language.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the registers and the hidden state of a device, and numbers their slots. */
final class RegisterReader {
    private static final int MOST_SLOTS = 1 << 16;
    private static final Map<String, Access> ACCESSES =
            Map.of("ro", Access.READ, "wo", Access.WRITE, "rw", Access.READ_WRITE);

    private final Names names;
    private final Choices choices;
    private final Diagnostics diagnostics;
    private final int unit;
    private final boolean java;
    private int slots;

    RegisterReader(Names names, Choices choices, int unit, boolean java) {
        this.names = names;
        this.choices = choices;
        this.diagnostics = names.diagnostics();
        this.unit = unit;
        this.java = java;
    }

    List<DeviceRegister> registers(List<YamlMapping.Entry> entries, Optional<DeviceSize> size) {
        List<DeviceRegister> registers = new ArrayList<>();
        Overlaps overlaps = new Overlaps(unit, diagnostics);
        for (YamlMapping.Entry entry : entries) {
            names.claim(entry.name(), entry.key().text());
            new Values(diagnostics).mapping(entry.value(), "a register").ifPresent(in -> {
                DeviceRegister register = register(entry, in);
                registers.add(register);
                overlaps.add(register, java && in.has("when"));
                size.ifPresent(s -> checkInside(register, s, in));
                in.finish();
            });
        }
        return registers;
    }

    private DeviceRegister register(YamlMapping.Entry entry, MappingReader in) {
        long at = in.requiredUnsigned("at", 32).orElse(0L);
        int width = width(in);
        Access access = choices.word(in, "access", Access.READ_WRITE, ACCESSES);
        RegisterFile file = file(entry, width, 1, in);
        long writable = value(in, "writable", width).orElse(file.mask());
        String doc = in.text("doc").map(Text::value).orElse("");
        in.node("when");
        return new DeviceRegister(at, file, access, writable, doc, body(in, "on-read"), body(in, "on-write"));
    }

    private Optional<Text> body(MappingReader in, String key) {
        Optional<Text> body = in.text(key);
        if (java && body.isPresent()) {
            diagnostics.report(
                    DeviceProblem.BEHAVIOUR, in.at(key), "'" + key + "' beside 'class': the behaviour is in Java");
        }
        return body;
    }

    private int width(MappingReader in) {
        int width = in.integer("width", 1, 64).orElse(unit);
        if (width % unit != 0) {
            diagnostics.report(
                    DeviceProblem.SIZE,
                    in.at("width"),
                    "a register of " + width + " bits does not fill addresses of " + unit + " bits",
                    "use a multiple of " + unit);
        }
        return width;
    }

    /** A width of a guest's register that is not whole units was reported; the check of the end goes on with whole ones. */
    private void checkInside(DeviceRegister register, DeviceSize size, MappingReader in) {
        long end = register.at() + Math.max(1, register.width() / unit);
        if (end > size.units()) {
            diagnostics.report(
                    DeviceProblem.SIZE,
                    in.at("at"),
                    register.name() + " ends at address " + end + ", but the size is " + size.units());
        }
    }

    /** Hidden registers: a width alone, or width, count, reset value and fields. */
    List<RegisterFile> state(List<YamlMapping.Entry> entries) {
        List<RegisterFile> files = new ArrayList<>();
        for (YamlMapping.Entry entry : entries) {
            names.claim(entry.name(), entry.key().text());
            hidden(entry).ifPresent(files::add);
        }
        return files;
    }

    private Optional<RegisterFile> hidden(YamlMapping.Entry entry) {
        Values values = new Values(diagnostics);
        if (entry.value() instanceof YamlScalar width) {
            return values.integer(width, 1, 64).map(w -> file(entry, w, 1, 0, Map.of()));
        }
        return values.mapping(entry.value(), "hidden state").map(in -> {
            int width = in.requiredInteger("width", 1, 64).orElse(1);
            RegisterFile file =
                    file(entry, width, in.integer("count", 1, MOST_SLOTS).orElse(1), in);
            in.text("doc");
            in.finish();
            return file;
        });
    }

    private RegisterFile file(YamlMapping.Entry entry, int width, int count, MappingReader in) {
        return file(entry, width, count, value(in, "reset", width).orElse(0L), fields(in, width));
    }

    private RegisterFile file(YamlMapping.Entry entry, int width, int count, long reset, Map<String, BitRange> fields) {
        if (slots + count > MOST_SLOTS) {
            diagnostics.report(
                    DeviceProblem.SIZE, entry.key().span(), "a device has at most " + MOST_SLOTS + " registers in all");
            count = 1;
        }
        int slot = slots;
        slots += count;
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            elements.add(count == 1 ? entry.name() : entry.name() + i);
        }
        return new RegisterFile(
                entry.name(),
                slot,
                count,
                width,
                elements,
                OptionalInt.empty(),
                0,
                reset,
                fields,
                false,
                RegisterFile.Role.NONE,
                entry.key().span());
    }

    private Optional<Long> value(MappingReader in, String key, int width) {
        Optional<Long> value = in.unsigned(key, 64);
        if (value.isPresent() && value.get() >>> (width - 1) >>> 1 != 0) {
            diagnostics.report(
                    DeviceProblem.RANGE,
                    in.node(key).map(YamlNode::span).orElse(in.at()),
                    "'" + key + "' needs more than " + width + " bits");
            return Optional.of(0L);
        }
        return value;
    }

    private Map<String, BitRange> fields(MappingReader in, int width) {
        return new FieldReader(diagnostics, width).read(in.entries("fields"));
    }
}

package dev.vmkit.language.isa;

import dev.vmkit.language.isa.Privilege.Bits;
import dev.vmkit.language.isa.Privilege.GuestKernel;
import dev.vmkit.language.isa.Privilege.Mode;
import dev.vmkit.language.isa.Privilege.Setting;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.YamlMapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Reads {@code privilege: guest-kernel}: the mode of a kernel made for a monitor, and what state holds meanwhile. */
final class GuestKernelReader {
    private static final String SUBJECT = "privilege: guest-kernel: ";

    private final Function<Text, Optional<Bits>> state;
    private final Context context;

    /** One that finds state by its name. */
    GuestKernelReader(Function<Text, Optional<Bits>> state, Context context) {
        this.state = state;
        this.context = context;
    }

    /**
     * Nothing if none is declared, nor, silently, where its mode is switched off or a mode below or above it is.
     *
     * @param holder the bits that hold the mode
     * @param modes all that are declared, the least privileged first; nothing for one that is switched off
     */
    Optional<GuestKernel> read(Fields privilege, Optional<Bits> holder, Map<String, Optional<Mode>> modes) {
        Optional<Fields> fields =
                privilege.node("guest-kernel").flatMap(node -> Fields.of(node, "'guest-kernel'", SUBJECT, context));
        Optional<Text> name = fields.flatMap(in -> in.requiredText("mode"));
        List<Setting> settings = fields.map(in -> in.entries("with")).orElse(List.of()).stream()
                .flatMap(entry -> setting(entry, holder).stream())
                .toList();
        fields.ifPresent(Fields::close);
        return name.flatMap(n -> mode(n, modes)).map(mode -> new GuestKernel(mode, settings));
    }

    private Optional<Mode> mode(Text name, Map<String, Optional<Mode>> modes) {
        List<String> names = List.copyOf(modes.keySet());
        int place = names.indexOf(name.value());
        if (place < 0) {
            context.mistakes().unknown(name.span(), SUBJECT, "mode", name.value(), names);
            return Optional.empty();
        }
        Optional<Mode> found = modes.getOrDefault(name.value(), Optional.empty());
        if (place == 0
                || place == names.size() - 1
                || found.filter(mode -> isTwice(mode, modes)).isPresent()) {
            tell(name.span(), "'" + name + "' has to lie between the mode of programs and that of the monitor");
            return Optional.empty();
        }
        List<Mode> present = modes.values().stream().flatMap(Optional::stream).toList();
        return found.filter(mode -> !mode.equals(present.getFirst()) && !mode.equals(present.getLast()));
    }

    private static boolean isTwice(Mode mode, Map<String, Optional<Mode>> modes) {
        return modes.values().stream()
                        .flatMap(Optional::stream)
                        .filter(other -> other.value() == mode.value())
                        .count()
                > 1;
    }

    private Optional<Setting> setting(YamlMapping.Entry entry, Optional<Bits> holder) {
        Optional<Bits> bits = state.apply(entry.key().text())
                .filter(some -> mayBeHeld(some, holder, entry.key().text()));
        Optional<Text> value = context.values().text(entry.value());
        return bits.flatMap(some -> value.flatMap(text -> setting(some, text)));
    }

    /** What is not the guest's to have another way, or not one place, cannot be held. */
    private boolean mayBeHeld(Bits bits, Optional<Bits> holder, Text name) {
        boolean isMode = holder.filter(mode -> mode.file().is(bits.file()) && (mode.mask() & bits.mask()) != 0)
                .isPresent();
        boolean held = !isMode
                && bits.file().count() == 1
                && (bits.file().role() == RegisterFile.Role.NONE || bits.file().role() == RegisterFile.Role.TIMER);
        if (!held) {
            tell(name.span(), "'" + name + "' cannot be set: it is the mode, a file of registers, or has a role");
        }
        return held;
    }

    private Optional<Setting> setting(Bits bits, Text text) {
        OptionalLong value = context.evaluate(text);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if ((value.getAsLong() & ~(bits.mask() >>> bits.range().low())) != 0) {
            tell(text.span(), bits.name() + " has " + bits.range().width() + " bits, too few for " + text);
            return Optional.empty();
        }
        return Optional.of(new Setting(bits, value.getAsLong()));
    }

    private void tell(Span at, String what) {
        context.mistakes().tell(IsaProblem.OUT_OF_RANGE, at, SUBJECT + what);
    }
}

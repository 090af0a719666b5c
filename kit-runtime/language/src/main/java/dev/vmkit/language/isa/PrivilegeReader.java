package dev.vmkit.language.isa;

import dev.vmkit.language.isa.Privilege.Bits;
import dev.vmkit.language.isa.Privilege.Element;
import dev.vmkit.language.isa.Privilege.GuestKernel;
import dev.vmkit.language.isa.Privilege.Mode;
import dev.vmkit.language.isa.Privilege.Part;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code privilege}: which state holds the mode, and whose the rest is. */
final class PrivilegeReader {
    /** What is asked, and two values. */
    private static final int HYPERCALL = 3;

    private static final Map<String, StateKind> KINDS = kinds();

    private final Definition definition;
    private final Registers registers;
    private final Context context;

    PrivilegeReader(Definition definition, Registers registers, Context context) {
        this.definition = definition;
        this.registers = registers;
        this.context = context;
    }

    private static Map<String, StateKind> kinds() {
        Map<String, StateKind> kinds = new LinkedHashMap<>();
        for (StateKind kind :
                List.of(StateKind.USER, StateKind.CONTROL, StateKind.LOCATION, StateKind.CLOCK, StateKind.IO)) {
            kinds.put(kind.word(), kind);
        }
        return kinds;
    }

    Optional<Privilege> read() {
        return definition
                .setting("privilege")
                .flatMap(node -> Fields.of(node, "'privilege'", "privilege: ", context))
                .flatMap(this::read);
    }

    private Optional<Privilege> read(Fields fields) {
        Optional<Bits> mode = fields.requiredText("mode").flatMap(this::bits);
        Map<String, Optional<Mode>> declared = modes(fields, mode);
        List<Mode> modes = declared.values().stream().flatMap(Optional::stream).toList();
        Optional<Mode> kernel = kernel(fields, declared);
        List<Part> parts = new ArrayList<>();
        KINDS.forEach((key, kind) ->
                fields.texts(key).forEach(name -> bits(name).ifPresent(bits -> parts.add(new Part(bits, kind)))));
        parts.sort(Comparator.comparing(part -> -part.bits().range().width()));
        List<Element> hypercall = hypercall(fields);
        List<Bits> shared = fields.texts("shared").stream()
                .flatMap(name -> bits(name).stream())
                .toList();
        Optional<GuestKernel> guestKernel = new GuestKernelReader(this::bits, context).read(fields, mode, declared);
        fields.close();
        if (mode.isEmpty() || modes.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Privilege(
                mode.get(), modes, kernel.orElse(modes.getLast()), parts, hypercall, shared, guestKernel));
    }

    /** Three registers by the names of assembly; none if one of them is not there. */
    private List<Element> hypercall(Fields fields) {
        List<Text> names = fields.texts("hypercall");
        List<Element> found =
                names.stream().flatMap(name -> element(name).stream()).toList();
        if (!names.isEmpty() && names.size() != HYPERCALL) {
            context.mistakes()
                    .tell(
                            IsaProblem.OUT_OF_RANGE,
                            names.getFirst().span(),
                            "privilege: hypercall: three registers are needed, the first for what is asked");
        }
        return found.size() == HYPERCALL ? found : List.of();
    }

    private Optional<Element> element(Text name) {
        for (RegisterFile file : registers.files().values()) {
            int index = file.names().indexOf(name.value());
            if (index >= 0 || file.count() == 1 && file.name().equals(name.value())) {
                return Optional.of(new Element(file, Math.max(index, 0)));
            }
        }
        context.mistakes().unknown(name.span(), "privilege: hypercall: ", "register", name.value(), registers.names());
        return Optional.empty();
    }

    /** The modes by name; nothing for one whose {@code when} does not hold. */
    private Map<String, Optional<Mode>> modes(Fields fields, Optional<Bits> holder) {
        fields.require("modes");
        Map<String, Optional<Mode>> modes = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : fields.entries("modes")) {
            modes.put(entry.name(), value(entry, holder).map(value -> new Mode(entry.name(), value)));
        }
        return modes;
    }

    private Optional<Long> value(YamlMapping.Entry entry, Optional<Bits> holder) {
        int width = holder.map(bits -> bits.range().width()).orElse(64);
        int most = width >= 31 ? Integer.MAX_VALUE : (1 << width) - 1;
        YamlNode node = entry.value();
        String subject = "privilege: mode " + entry.name() + ": ";
        if (node instanceof YamlMapping mapping) {
            Fields in = Fields.of(mapping, subject, subject, entry.key().span(), context);
            in.require("value");
            long value = in.number("value", 0, most, 0);
            in.close();
            return context.holds(mapping) ? Optional.of(value) : Optional.empty();
        }
        return context.values().text(node).map(text ->
                (long) Fields.within(text, subject + "its value", 0, most, 0, context));
    }

    /** The mode named, or the most privileged one: also where the one named is switched off. */
    private Optional<Mode> kernel(Fields fields, Map<String, Optional<Mode>> modes) {
        Optional<Text> name = fields.text("kernel");
        if (name.isPresent() && !modes.containsKey(name.get().value())) {
            context.mistakes()
                    .unknown(
                            name.get().span(), "privilege: ", "mode", name.get().value(), modes.keySet());
        }
        return name.flatMap(n -> modes.getOrDefault(n.value(), Optional.empty()));
    }

    /** The bits of a register, or of a field of one; nothing, silently, if the register is switched off. */
    private Optional<Bits> bits(Text name) {
        int dot = name.value().indexOf('.');
        String register = dot < 0 ? name.value() : name.value().substring(0, dot);
        RegisterFile file = registers.files().get(register);
        if (file == null) {
            if (!definition.section("registers").containsKey(register)) {
                context.mistakes()
                        .unknown(
                                name.span(),
                                "privilege: ",
                                "register",
                                register,
                                registers.files().keySet());
            }
            return Optional.empty();
        }
        return dot < 0
                ? Optional.of(new Bits(name.value(), file, new BitRange(file.width() - 1, 0)))
                : field(name, dot, file);
    }

    private Optional<Bits> field(Text name, int dot, RegisterFile file) {
        String field = name.value().substring(dot + 1);
        BitRange range = file.fields().get(field);
        if (range == null) {
            context.mistakes()
                    .unknown(
                            name.part(dot + 1, name.length()).span(),
                            "privilege: " + file.name() + " has ",
                            "field",
                            field,
                            file.fields().keySet());
            return Optional.empty();
        }
        return Optional.of(new Bits(name.value(), file, range));
    }
}

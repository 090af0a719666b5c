package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Reads {@code registers}: files and views, and the slots they take. */
final class RegisterReader {
    static final int MOST_SLOTS = 65_536;

    private final Context context;
    private final RegisterNames registerNames;
    private final RoleReader roles;
    private final Map<String, RegisterFile> files = new LinkedHashMap<>();
    private final Map<String, RegisterFile> leftOut = new LinkedHashMap<>();
    private final Map<String, RegisterView> views = new LinkedHashMap<>();
    private final Set<String> broken = new LinkedHashSet<>();
    private int slot;

    RegisterReader(Context context, boolean caseSensitive) {
        this.context = context;
        this.registerNames = new RegisterNames(context, caseSensitive);
        this.roles = new RoleReader(context);
    }

    Registers read(Definition definition) {
        definition.chosen("registers", context).forEach(this::register);
        definition.leftOut("registers", context).forEach(this::leaveOut);
        List<RegisterFile> counters =
                files.values().stream().filter(RegisterFile::isPc).toList();
        if (counters.size() != 1) {
            context.mistakes()
                    .tell(
                            IsaProblem.NO_PROGRAM_COUNTER,
                            counters.isEmpty()
                                    ? definition.name().span()
                                    : counters.get(1).span(),
                            counters.isEmpty()
                                    ? "no register is the program counter"
                                    : "a second register has role: pc",
                            counters.isEmpty() ? "write it like pc: { width: 16, role: pc }" : "");
        }
        files.values().forEach(this::checkTimer);
        return new Registers(files, leftOut, views, broken);
    }

    /** The line of a timer is a bit of the register that shows the lines; what it adds to the time is a register. */
    private void checkTimer(RegisterFile file) {
        boolean shown =
                files.values().stream().anyMatch(f -> f.role() == RegisterFile.Role.LINES && file.line() < f.width());
        if (file.role() == RegisterFile.Role.TIMER && !shown && !broken.contains(file.name())) {
            context.mistakes()
                    .tell(
                            IsaProblem.NO_TIMER_LINE,
                            file.span(),
                            "no register shows line " + file.line() + ", which the timer '" + file.name() + "' raises",
                            "write it like lines: { width: 64, role: lines }");
        }
        file.offset()
                .filter(name -> !files.containsKey(name))
                .ifPresent(name -> context.mistakes()
                        .unknown(
                                file.span(),
                                "register " + file.name() + ": offset: ",
                                "register",
                                name,
                                files.keySet()));
    }

    private void register(Declaration declaration) {
        int before = context.mistakes().soFar();
        Names.check(declaration, "a register", context.mistakes());
        Fields.of(declaration, "register", context).ifPresent(fields -> {
            if (fields.has("view")) {
                Text expression = fields.requiredText("view").orElse(declaration.name());
                registerNames.take(declaration.id(), declaration.span());
                views.put(declaration.id(), new RegisterView(declaration.id(), expression, declaration.span()));
            } else {
                file(declaration, fields);
            }
            fields.close();
        });
        if (context.mistakes().soFar() > before) {
            broken.add(declaration.id());
        }
    }

    private void file(Declaration declaration, Fields fields) {
        fields.require("width");
        int width = fields.number("width", 1, 64, 64);
        int count = countWithin(fields);
        OptionalInt zero =
                fields.has("zero") ? OptionalInt.of(fields.number("zero", 0, count - 1, 0)) : OptionalInt.empty();
        List<String> names = registerNames.names(declaration, fields, count);
        RegisterFile file = new RegisterFile(
                declaration.id(),
                slot,
                count,
                width,
                names,
                registerNames.also(fields, names),
                zero,
                bits(fields, "ones", width),
                bits(fields, "reset", width),
                BitFields.read(fields, width, context),
                fields.flag("expose", true),
                roles.role(fields, count),
                roles.line(fields),
                roles.offset(fields),
                declaration.span());
        slot += count;
        files.put(file.name(), file);
    }

    /** It has no place and no name in assembly, but bodies may mention it: they are checked all the same. */
    private void leaveOut(Declaration declaration) {
        Fields.of(declaration, "register", context)
                .filter(fields -> fields.has("width"))
                .ifPresent(fields -> {
                    int width = fields.number("width", 1, 64, 64);
                    leftOut.put(
                            declaration.id(),
                            new RegisterFile(
                                    declaration.id(),
                                    -1,
                                    fields.number("count", 1, MOST_SLOTS, 1),
                                    width,
                                    List.of(),
                                    OptionalInt.empty(),
                                    0,
                                    0,
                                    BitFields.read(fields, width, context),
                                    fields.flag("expose", true),
                                    RegisterFile.Role.NONE,
                                    declaration.span()));
                });
    }

    /** The count, checked before any name is made: all registers together fit the slots. */
    private int countWithin(Fields fields) {
        int count = fields.number("count", 1, MOST_SLOTS, 1);
        if (slot + count <= MOST_SLOTS) {
            return count;
        }
        context.mistakes()
                .tell(
                        IsaProblem.OUT_OF_RANGE,
                        fields.at("count"),
                        fields.subject() + "with it all registers together have more than 65,536 slots");
        return 1;
    }

    /** A number, or as many binary digits as the register has bits. */
    private long bits(Fields fields, String key, int width) {
        Optional<Text> text = fields.text(key);
        if (text.isEmpty()) {
            return 0;
        }
        if (width > 1 && text.get().length() == width && text.get().value().matches("[01]+")) {
            return Long.parseUnsignedLong(text.get().value(), 2);
        }
        OptionalLong value = context.evaluate(text.get());
        long mask = -1L >>> (64 - width);
        if ((value.orElse(0) & ~mask) != 0) {
            context.mistakes()
                    .tell(
                            IsaProblem.OUT_OF_RANGE,
                            text.get().span(),
                            fields.subject() + key + ": " + text.get() + " does not fit " + width + " bits");
        }
        return value.orElse(0) & mask;
    }
}

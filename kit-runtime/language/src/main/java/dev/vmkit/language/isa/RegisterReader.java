package dev.vmkit.language.isa;

import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code registers}: files and views, their names in assembly, and the slots they take. */
final class RegisterReader {
    static final int MOST_SLOTS = 65_536;
    private static final Pattern ASSEMBLY_NAME = Pattern.compile("[A-Za-z_.$%][\\w.]*'*");

    private static final Map<String, RegisterFile.Role> ROLES =
            Map.of("pc", RegisterFile.Role.PC, "lines", RegisterFile.Role.LINES);

    private final Context context;
    private final boolean caseSensitive;
    private final Map<String, Span> taken = new LinkedHashMap<>();
    private final Map<String, RegisterFile> files = new LinkedHashMap<>();
    private final Map<String, RegisterView> views = new LinkedHashMap<>();
    private final Set<String> broken = new LinkedHashSet<>();
    private int slot;

    RegisterReader(Context context, boolean caseSensitive) {
        this.context = context;
        this.caseSensitive = caseSensitive;
    }

    Registers read(Definition definition) {
        definition.chosen("registers", context).forEach(this::register);
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
        return new Registers(files, views, broken);
    }

    private void register(Declaration declaration) {
        int before = context.mistakes().soFar();
        Names.check(declaration, "a register", context.mistakes());
        Fields.of(declaration, "register", context).ifPresent(fields -> {
            if (fields.has("view")) {
                Text expression = fields.requiredText("view").orElse(declaration.name());
                take(declaration.id(), declaration.span());
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
        int count = fields.number("count", 1, MOST_SLOTS, 1);

        OptionalInt zero =
                fields.has("zero") ? OptionalInt.of(fields.number("zero", 0, count - 1, 0)) : OptionalInt.empty();
        List<String> names = names(declaration, fields, count);
        RegisterFile file = new RegisterFile(
                declaration.id(),
                slot,
                count,
                width,
                names,
                also(fields, names),
                zero,
                bits(fields, "ones", width),
                bits(fields, "reset", width),
                BitFields.read(fields, width, context),
                fields.flag("expose", true),
                role(fields, count),
                declaration.span());
        addSlots(count, fields);
        files.put(file.name(), file);
    }

    private void addSlots(int count, Fields fields) {
        if (slot <= MOST_SLOTS && slot + count > MOST_SLOTS) {
            context.mistakes()
                    .tell(
                            IsaProblem.OUT_OF_RANGE,
                            fields.at("count"),
                            fields.subject() + "with it all registers together have more than 65,536 slots");
        }
        slot = Math.min(slot + count, MOST_SLOTS + 1);
    }

    private RegisterFile.Role role(Fields fields, int count) {
        Optional<Text> role = fields.text("role");
        if (role.isEmpty()) {
            return RegisterFile.Role.NONE;
        }
        RegisterFile.Role known = ROLES.get(role.get().value());
        if (known == null) {
            context.mistakes()
                    .unknown(
                            role.get().span(),
                            fields.subject(),
                            "role",
                            role.get().value(),
                            ROLES.keySet());
            return RegisterFile.Role.PC;
        }
        if (count != 1) {
            context.mistakes()
                    .tell(
                            IsaProblem.NO_PROGRAM_COUNTER,
                            role.get().span(),
                            fields.subject() + "a register with a role is a single one, this is a file of " + count);
            return RegisterFile.Role.NONE;
        }
        return known;
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

    private List<String> names(Declaration declaration, Fields fields, int count) {
        List<Text> listed = fields.texts("names");
        Optional<Text> pattern = fields.text("name");
        List<String> names = new ArrayList<>();
        if (!listed.isEmpty()) {
            listed.forEach(name -> named(name, names));
            if (listed.size() != count) {
                context.mistakes()
                        .tell(
                                IsaProblem.OUT_OF_RANGE,
                                fields.at("names"),
                                fields.subject() + listed.size() + " names for " + count + " registers");
            }
            while (names.size() < count) {
                names.add(declaration.id() + names.size());
            }
            return names.subList(0, count);
        }
        for (int i = 0; i < count; i++) {
            String template = pattern.map(Text::value).orElse(declaration.id() + (count == 1 ? "" : "{n}"));
            String name = numbered(template, i);
            take(name, pattern.map(Text::span).orElse(declaration.span()));
            names.add(name);
        }
        return names;
    }

    /** Further names: a text is a pattern with {n} for all registers, or a name for one of them, {@code fp=s0}. */
    private Map<String, Integer> also(Fields fields, List<String> names) {
        Map<String, Integer> also = new LinkedHashMap<>();
        for (Text text : fields.texts("also")) {
            int equals = text.value().indexOf('=');
            if (text.value().contains("{n")) {
                for (int n = 0; n < names.size(); n++) {
                    take(numbered(text.value(), n), text.span());
                    also.put(numbered(text.value(), n), n);
                }
            } else if (equals < 0) {
                context.mistakes()
                        .tell(
                                IsaProblem.BAD_NAME,
                                text.span(),
                                fields.subject() + "'" + text + "' does not say which register it is",
                                "write a pattern, \"x{n}\", or a name for one, \"fp=s0\"");
            } else {
                alias(
                        text.part(0, equals).strip(),
                        text.part(equals + 1, text.length()).strip(),
                        fields,
                        names,
                        also);
            }
        }
        return also;
    }

    private void alias(Text name, Text register, Fields fields, List<String> names, Map<String, Integer> also) {
        int index = names.indexOf(register.value());
        if (index < 0) {
            context.mistakes().unknown(register.span(), fields.subject(), "register", register.value(), names);
        } else {
            take(name.value(), name.span());
            also.put(name.value(), index);
        }
    }

    private static String numbered(String template, int index) {
        return template.replace("{n}", String.valueOf(index))
                .replace("{n:X}", Integer.toHexString(index).toUpperCase(Locale.ROOT))
                .replace("{n:x}", Integer.toHexString(index));
    }

    private void named(Text name, List<String> names) {
        take(name.value(), name.span());
        names.add(name.value());
    }

    private void take(String name, Span at) {
        if (!ASSEMBLY_NAME.matcher(name).matches()) {
            context.mistakes().tell(IsaProblem.BAD_NAME, at, "'" + name + "' cannot be the name of a register");
            return;
        }
        Span earlier = taken.putIfAbsent(caseSensitive ? name : name.toLowerCase(Locale.ROOT), at);
        if (earlier != null) {
            context.mistakes()
                    .clash(
                            IsaProblem.DEFINED_TWICE,
                            at,
                            "two registers are called '" + name + "' in assembly"
                                    + (caseSensitive ? "" : ", where case does not count"),
                            "",
                            earlier,
                            "the other one");
        }
    }
}

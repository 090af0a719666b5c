package dev.vmkit.language.isa;

import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
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
        return new Registers(files, views);
    }

    private void register(Declaration declaration) {
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
    }

    private void file(Declaration declaration, Fields fields) {
        fields.require("width");
        int width = fields.number("width", 1, 64, 64);
        int count = fields.number("count", 1, MOST_SLOTS, 1);
        if (slot + count > MOST_SLOTS) {
            context.mistakes()
                    .tell(
                            IsaProblem.OUT_OF_RANGE,
                            fields.at("count"),
                            fields.subject() + "all registers together have more than 65,536 slots");
            return;
        }
        OptionalInt zero =
                fields.has("zero") ? OptionalInt.of(fields.number("zero", 0, count - 1, 0)) : OptionalInt.empty();
        RegisterFile file = new RegisterFile(
                declaration.id(),
                slot,
                count,
                width,
                names(declaration, fields, count),
                also(fields, count),
                zero,
                bits(fields, "ones", width),
                bits(fields, "reset", width),
                BitFields.read(fields, width, context),
                fields.flag("expose", true),
                role(fields, count),
                declaration.span());
        slot += count;
        files.put(file.name(), file);
    }

    private RegisterFile.Role role(Fields fields, int count) {
        Optional<Text> role = fields.text("role");
        if (role.isEmpty()) {
            return RegisterFile.Role.NONE;
        }
        RegisterFile.Role known = ROLES.getOrDefault(role.get().value(), RegisterFile.Role.NONE);
        if (known == RegisterFile.Role.NONE) {
            context.mistakes()
                    .unknown(
                            role.get().span(),
                            fields.subject(),
                            "role",
                            role.get().value(),
                            ROLES.keySet());
        } else if (count != 1) {
            context.mistakes()
                    .tell(
                            IsaProblem.NO_PROGRAM_COUNTER,
                            role.get().span(),
                            fields.subject() + "a register with a role is a single one, this is a file of " + count);
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

    /** Further names: each text is a pattern with {n} for all registers, or a name for each in turn. */
    private Map<String, Integer> also(Fields fields, int count) {
        Map<String, Integer> also = new LinkedHashMap<>();
        List<Text> texts = fields.texts("also");
        for (int i = 0; i < texts.size(); i++) {
            if (isPattern(texts.get(i))) {
                for (int n = 0; n < count; n++) {
                    also(numbered(texts.get(i).value(), n), n, texts.get(i), also);
                }
            } else if (i < count) {
                also(texts.get(i).value(), i, texts.get(i), also);
            }
        }
        return also;
    }

    private void also(String name, int index, Text text, Map<String, Integer> also) {
        if (!name.equals("_")) {
            take(name, text.span());
            also.put(name, index);
        }
    }

    private static boolean isPattern(Text text) {
        return text.value().contains("{n");
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

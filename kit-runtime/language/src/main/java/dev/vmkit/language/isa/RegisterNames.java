package dev.vmkit.language.isa;

import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What registers are called in assembly. No two have one name. */
final class RegisterNames {
    private static final Pattern ASSEMBLY_NAME = Pattern.compile("[A-Za-z_.$%][\\w.]*'*");

    private final Context context;
    private final boolean caseSensitive;
    private final Map<String, Span> taken = new LinkedHashMap<>();

    RegisterNames(Context context, boolean caseSensitive) {
        this.context = context;
        this.caseSensitive = caseSensitive;
    }

    /** What each register is called: as listed under {@code names}, by the pattern {@code name}, or like the file. */
    List<String> names(Declaration declaration, Fields fields, int count) {
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
    Map<String, Integer> also(Fields fields, List<String> names) {
        Map<String, Integer> also = new LinkedHashMap<>();
        for (Text text : fields.texts("also")) {
            int equals = text.value().indexOf('=');
            if (text.value().contains("{n") && also.size() <= RegisterReader.MOST_SLOTS) {
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

    /** Tells if the name cannot be one in assembly, or another register has it. */
    void take(String name, Span at) {
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

package dev.vmkit.language.yaml;

import dev.vmkit.language.text.Diagnostics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds unquoted text that a comma has split: {@code [000, adc(a, b)]} has three items. */
final class Splits {
    private Splits() {}

    /** Looks at the values of a mapping between braces, in which the rest of a split value became a key. */
    static void report(List<YamlMapping.Entry> entries, Diagnostics diagnostics) {
        report(
                entries.stream()
                        .<YamlNode>mapMulti((entry, sink) -> {
                            sink.accept(entry.key());
                            sink.accept(entry.value());
                        })
                        .toList(),
                diagnostics);
    }

    /** Looks at the items of a list between brackets. */
    static void report(Iterable<? extends YamlNode> nodes, Diagnostics diagnostics) {
        YamlScalar open = null;
        for (YamlNode node : nodes) {
            YamlScalar plain = node instanceof YamlScalar s && !s.quoted() ? s : null;
            if (plain == null) {
                continue;
            }
            int balance = balance(plain.value());
            if (balance < 0 && open != null) {
                report(open, plain, diagnostics);
                open = null;
            } else if (balance > 0) {
                open = plain;
            }
        }
    }

    private static void report(YamlScalar from, YamlScalar to, Diagnostics diagnostics) {
        diagnostics.report(
                YamlProblem.SPLIT,
                from.span().to(to.span()),
                "the comma splits this text into two",
                "quote it as a whole");
    }

    private static int balance(@Nullable String text) {
        int balance = 0;
        for (int i = 0; text != null && i < text.length(); i++) {
            char c = text.charAt(i);
            balance += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return balance;
    }
}

package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlScalar;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One declaration for many alike: {@code mhpmcounter{n}: { at: 0xB00, for: 3..31 }} stands for an entry for each n, whose
 * index is that much higher.
 *
 * @param first, last the numbers, within [0, 65535]
 */
record Repetition(int first, int last) {
    static final String KEY = "for";
    static final Repetition ONCE = new Repetition(0, 0);

    private static final int MOST = 65_535;
    private static final Pattern RANGE = Pattern.compile("\\s*(\\d{1,5})\\s*\\.\\.\\s*(\\d{1,5})\\s*");
    private static final String PLACE = "{n}";

    /** What the key {@code for} of a declaration says; once where there is none or where it is told to be wrong. */
    static Repetition of(YamlMapping declaration, String subject, Context context) {
        return declaration.get(KEY).orElse(null) instanceof YamlScalar scalar
                ? read(scalar.text()).orElseGet(() -> wrong(scalar.text(), subject, context))
                : ONCE;
    }

    private static Optional<Repetition> read(Text text) {
        Matcher match = RANGE.matcher(text.value());
        if (!match.matches()) {
            return Optional.empty();
        }
        Repetition range = new Repetition(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)));
        return Optional.of(range).filter(r -> r.first <= r.last && r.last <= MOST);
    }

    private static Repetition wrong(Text text, String subject, Context context) {
        context.mistakes()
                .tell(
                        IsaProblem.BAD_NUMBER,
                        text.span(),
                        subject + "'for' is a range of numbers, such as 3..31, not '" + text + "'");
        return ONCE;
    }

    /** The name of one of them. */
    String name(String pattern, int n) {
        return pattern.replace(PLACE, String.valueOf(n));
    }
}

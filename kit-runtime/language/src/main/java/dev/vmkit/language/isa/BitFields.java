package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.YamlMapping;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the mapping of a key {@code fields}, for registers and layouts alike. */
final class BitFields {
    private static final Pattern RANGE = Pattern.compile("\\s*(\\d{1,3})\\s*(?::\\s*(\\d{1,3})\\s*)?");

    private BitFields() {}

    static Map<String, BitRange> read(Fields fields, int width, Context context) {
        Map<String, BitRange> ranges = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : fields.entries("fields")) {
            fields.values()
                    .text(entry.value())
                    .flatMap(text -> range(text, fields.subject() + "field " + entry.name(), width, context))
                    .ifPresent(range -> Names.split(entry.key().text(), context.mistakes())
                            .forEach(name -> ranges.put(name.value(), range)));
        }
        return ranges;
    }

    private static Optional<BitRange> range(Text text, String subject, int width, Context context) {
        Matcher match = RANGE.matcher(text.value());
        if (!match.matches()) {
            context.mistakes()
                    .tell(
                            IsaProblem.BAD_NUMBER,
                            text.span(),
                            subject + " is a bit, such as 7, or a range of bits, such as \"10:8\"");
            return Optional.empty();
        }
        int high = Integer.parseInt(match.group(1));
        int low = match.group(2) == null ? high : Integer.parseInt(match.group(2));
        if (low > high || high >= width) {
            context.mistakes()
                    .tell(
                            IsaProblem.OUT_OF_RANGE,
                            text.span(),
                            subject + ": "
                                    + (low > high
                                            ? "the higher bit comes first"
                                            : "bit " + high + " lies outside a " + width + "-bit value"));
            return Optional.empty();
        }
        return Optional.of(new BitRange(high, low));
    }
}

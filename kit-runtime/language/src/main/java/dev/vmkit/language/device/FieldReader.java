package dev.vmkit.language.device;

import dev.vmkit.language.isa.BitRange;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.Values;
import dev.vmkit.language.yaml.YamlMapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the named bits of a register: {@code { READY: 15, LEVEL: "10:8" }}. */
final class FieldReader {
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,2})(?::([0-9]{1,2}))?");

    private final Diagnostics diagnostics;
    private final int width;

    FieldReader(Diagnostics diagnostics, int width) {
        this.diagnostics = diagnostics;
        this.width = width;
    }

    Map<String, BitRange> read(List<YamlMapping.Entry> entries) {
        Map<String, BitRange> fields = new LinkedHashMap<>();
        Names names = new Names(diagnostics);
        for (YamlMapping.Entry entry : entries) {
            names.claim(entry.name(), entry.key().text());
            new Values(diagnostics)
                    .text(entry.value())
                    .flatMap(this::range)
                    .ifPresent(range -> fields.put(entry.name(), range));
        }
        return fields;
    }

    private Optional<BitRange> range(Text text) {
        Matcher match = RANGE.matcher(text.value());
        if (!match.matches()) {
            diagnostics.report(DeviceProblem.RANGE, text.span(), "expected a bit such as 7 or bits such as \"10:8\"");
            return Optional.empty();
        }
        int high = Integer.parseInt(match.group(1));
        int low = match.group(2) == null ? high : Integer.parseInt(match.group(2));
        if (low > high || high >= width) {
            diagnostics.report(
                    DeviceProblem.RANGE,
                    text.span(),
                    "bits " + text + " do not lie within a register of " + width + " bits");
            return Optional.empty();
        }
        return Optional.of(new BitRange(high, low));
    }
}

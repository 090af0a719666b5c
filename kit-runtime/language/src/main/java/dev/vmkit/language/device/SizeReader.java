package dev.vmkit.language.device;

import dev.vmkit.api.ParameterInfo;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code size: 8} and {@code size: 8 * stride}. */
final class SizeReader {
    private static final Pattern PART = Pattern.compile("[^*]+");

    private final List<String> parameters;
    private final Diagnostics diagnostics;

    SizeReader(List<ParameterInfo> parameters, Diagnostics diagnostics) {
        this.parameters = parameters.stream()
                .filter(p -> p.type() == ParameterInfo.Type.NUMBER || p.type() == ParameterInfo.Type.SIZE)
                .map(ParameterInfo::name)
                .toList();
        this.diagnostics = diagnostics;
    }

    Optional<DeviceSize> read(MappingReader in) {
        return in.requiredText("size").flatMap(text -> size(text, in));
    }

    private Optional<DeviceSize> size(Text text, MappingReader in) {
        BigInteger units = BigInteger.ONE;
        List<String> factors = new ArrayList<>();
        Matcher parts = PART.matcher(text.value());
        while (parts.find()) {
            Text part = text.part(parts.start(), parts.end()).strip();
            if (Character.isLetter(part.value().isEmpty() ? ' ' : part.value().charAt(0))) {
                factors.add(part.value());
                checkParameter(part);
            } else {
                units = units.multiply(in.values().number(part).orElse(BigInteger.ONE));
            }
        }
        if (units.signum() < 0 || units.compareTo(BigInteger.valueOf(DeviceSize.MOST)) > 0) {
            diagnostics.report(
                    DeviceProblem.SIZE, text.span(), "a device covers from 0 to " + DeviceSize.MOST + " addresses");
            return Optional.empty();
        }
        return Optional.of(new DeviceSize(units.longValueExact(), factors));
    }

    private void checkParameter(Text name) {
        if (!parameters.contains(name.value())) {
            diagnostics.report(
                    DeviceProblem.SIZE,
                    name.span(),
                    "'" + name + "' is not a parameter that is a number",
                    Suggestion.didYouMean(name.value(), parameters));
        }
    }
}

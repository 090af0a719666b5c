package dev.vmkit.assembly.config;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.Values;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers with units: {@code 128 MiB}, {@code 10 MHz}, {@code 5 ms}. */
public final class QuantityReader {
    private static final Pattern SHAPE = Pattern.compile("(0[xX][0-9a-fA-F_]+|[0-9][0-9_]*)\\s*([a-zA-Zµ]*)");

    private final Diagnostics diagnostics;
    private final Values values;

    public QuantityReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.values = new Values(diagnostics);
    }

    /** A quantity that must have a unit; instructions need none. */
    public Optional<Long> amount(Text text, Quantity.Dimension dimension) {
        Optional<Quantity> quantity = quantity(text, dimension);
        if (quantity.isPresent() && quantity.get().bare() && dimension != Quantity.Dimension.INSTRUCTIONS) {
            report(text, dimension.what() + " needs a unit", "write it like " + dimension.example());
            return Optional.empty();
        }
        return quantity.map(Quantity::amount);
    }

    /** A quantity with or without a unit, within [0, 2^63 - 1]. */
    public Optional<Quantity> quantity(Text text, Quantity.Dimension dimension) {
        Matcher m = SHAPE.matcher(text.value());
        if (!m.matches()) {
            report(
                    text,
                    "expected " + dimension.what() + ", found '" + shorten(text.value()) + "'",
                    hint(text, dimension));
            return Optional.empty();
        }
        if (m.group(2).isEmpty()) {
            return number(text, dimension, 1).map(n -> new Quantity(n, true));
        }
        Long unit = dimension.units().get(m.group(2));
        if (unit == null) {
            unknownUnit(text, m, dimension);
            return Optional.empty();
        }
        return number(text.part(m.start(1), m.end(1)), dimension, unit).map(n -> new Quantity(n, false));
    }

    private Optional<Long> number(Text digits, Quantity.Dimension dimension, long unit) {
        Optional<BigInteger> number = values.number(digits).map(n -> n.multiply(BigInteger.valueOf(unit)));
        if (number.isPresent() && number.get().bitLength() > 63) {
            report(digits, dimension.what() + " beyond anything a machine can have", "");
            return Optional.empty();
        }
        return number.map(BigInteger::longValue);
    }

    private void unknownUnit(Text text, Matcher m, Quantity.Dimension dimension) {
        String wrong = m.group(2);
        String units = "units: " + String.join(", ", dimension.units().keySet());
        diagnostics.report(
                MachineProblem.QUANTITY,
                text.span(m.start(2), m.end(2)),
                "'" + wrong + "' is not a unit of " + dimension.what().replaceFirst("^an? ", ""),
                dimension
                        .meant(wrong)
                        .map(unit -> "write " + m.group(1) + " " + unit)
                        .orElse(units));
    }

    private static String hint(Text text, Quantity.Dimension dimension) {
        boolean fraction = text.value().matches("[0-9]+\\.[0-9]+.*");
        return fraction ? "write a whole number of a smaller unit" : "write it like " + dimension.example();
    }

    private static String shorten(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }

    private void report(Text text, String message, String hint) {
        diagnostics.report(MachineProblem.QUANTITY, text.span(), message, hint);
    }
}

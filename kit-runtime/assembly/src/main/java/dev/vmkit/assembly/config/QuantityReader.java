package dev.vmkit.assembly.config;

import dev.vmkit.api.ParameterInfo.Type;
import dev.vmkit.language.device.Quantity;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.Values;
import java.math.BigInteger;
import java.util.Optional;

/** Reads numbers with units: {@code 128 MiB}, {@code 10 MHz}, {@code 5 ms}, {@code 1000000 instructions}. */
final class QuantityReader {
    private static final String INSTRUCTIONS = "instructions";

    private final Diagnostics diagnostics;
    private final Values values;

    QuantityReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.values = new Values(diagnostics);
    }

    /** A size, frequency or duration in its base unit; it must be written with a unit. */
    Optional<Long> amount(Text text, Type type) {
        if (isBare(text)) {
            report(text, "this needs a unit: it is " + Quantity.example(type), "");
            return Optional.empty();
        }
        Optional<Long> amount = Quantity.parse(type, text.value());
        if (amount.isEmpty()) {
            report(text, "expected " + Quantity.example(type), Quantity.hint(type, text.value()));
        }
        return amount;
    }

    /** A size in bytes, or without a unit in address units. */
    Optional<Amount> size(Text text) {
        return isBare(text)
                ? wholeNumber(text).map(n -> new Amount(n, true))
                : amount(text, Type.SIZE).map(n -> new Amount(n, false));
    }

    /** A number of instructions; the word itself may be left out. */
    Optional<Long> instructions(Text text) {
        int digits = text.value().endsWith(INSTRUCTIONS) ? text.length() - INSTRUCTIONS.length() : text.length();
        return wholeNumber(text.part(0, digits).strip());
    }

    private static boolean isBare(Text text) {
        return text.value().matches("0[xXbB].*|[0-9_]*");
    }

    private Optional<Long> wholeNumber(Text text) {
        Optional<BigInteger> number = values.number(text);
        if (number.isPresent() && (number.get().signum() < 0 || number.get().bitLength() > 63)) {
            report(text, "expected a number from 0 to 2^63 - 1", "");
            return Optional.empty();
        }
        return number.map(BigInteger::longValue);
    }

    private void report(Text text, String message, String hint) {
        diagnostics.report(MachineProblem.QUANTITY, text.span(), message, hint);
    }
}

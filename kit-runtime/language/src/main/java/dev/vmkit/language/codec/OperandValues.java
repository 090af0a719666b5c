package dev.vmkit.language.codec;

import dev.vmkit.language.codec.Match.Argument;
import dev.vmkit.language.isa.Operand;
import dev.vmkit.language.isa.Space;
import dev.vmkit.language.text.MistakeException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Computes the values of a line's operands, and explains those that do not fit. */
record OperandValues(Grammar grammar, Evaluation.Values symbols) {

    /** The values of a match at an address where it takes {@code units}; throws where a symbol is not known. */
    long[] of(Match match, long address, int units) {
        List<Operand> operands = match.template().operands();
        long[] values = new long[operands.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(operands.get(i), match.arguments().get(i), address, address + units);
        }
        return values;
    }

    private long value(Operand operand, Argument argument, long pc, long next) {
        if (argument.expression() == null) {
            return argument.value();
        }
        long written = new Evaluation(symbols, grammar.operators, pc, next).value(argument.expression());
        if (Misfit.isRelative(operand)) {
            checkAddress(written, argument);
        }
        return OperandText.value(
                operand, written, pc, next, grammar.isa.model().fetch().addressWidth());
    }

    /** Addresses wrap around at the end of the space, but only once. */
    private void checkAddress(long written, Argument argument) {
        Space space = grammar.isa.model().fetch();
        int width = space.addressWidth();
        if (width < 63 && (written > 1L << width || written < -1L << width)) {
            throw MistakeException.of(
                    AsmProblem.BEYOND_SPACE,
                    argument.span(),
                    "address 0x" + Long.toHexString(written) + " lies beyond space " + space.name() + ", which has "
                            + width + "-bit addresses",
                    "");
        }
    }

    private long written(Match match, int operand, long pc, int units) {
        Argument argument = match.arguments().get(operand);
        return argument.expression() == null
                ? argument.value()
                : new Evaluation(symbols, grammar.operators, pc, pc + units).value(argument.expression());
    }

    /** The operand that does not fit, if one does not; -1 is the form's condition. */
    OptionalInt misfit(Match match, long[] values) {
        return grammar.encoder.misfit(match.instruction(), values);
    }

    /** What is wrong with the operand that does not fit. */
    MistakeException mistake(Match match, int misfit, long address, int units) {
        return new Misfit(match, misfit)
                .explain(misfit < 0 ? 0 : written(match, misfit, address, units), address, units);
    }

    /** Symbols with these values and no others. */
    static Evaluation.Values known(Map<String, Long> known) {
        return symbol -> {
            Long value = known.get(symbol.name());
            if (value == null) {
                throw MistakeException.of(
                        AsmProblem.UNDEFINED_SYMBOL, symbol.span(), "no label '" + symbol.name() + "'", "");
            }
            return value;
        };
    }
}

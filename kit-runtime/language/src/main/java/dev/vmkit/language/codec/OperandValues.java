package dev.vmkit.language.codec;

import dev.vmkit.language.codec.Match.Argument;
import dev.vmkit.language.isa.Operand;
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
        return OperandText.value(operand, written, pc, next, addressWidth());
    }

    private int addressWidth() {
        return grammar.isa.model().fetch().addressWidth();
    }

    /** The operand that does not fit, if one does not; -1 is the form's condition. */
    OptionalInt misfit(Match match, long[] values) {
        return grammar.encoder.misfit(match.instruction(), values);
    }

    /** What is wrong with the operand that does not fit. */
    MistakeException mistake(Match match, long[] values, int misfit, long address, int units) {
        if (misfit < 0) {
            return MistakeException.of(
                    AsmProblem.OPERAND_RANGE,
                    match.arguments().getFirst().span(),
                    match.instruction().id() + " does not take these operands together",
                    "the form's condition excludes them");
        }
        Operand operand = match.template().operands().get(misfit);
        Argument argument = match.arguments().get(misfit);
        long pc = address;
        long next = address + units;
        if (operand instanceof Operand.Immediate i && i.relative() != Operand.Relative.NONE) {
            long target = OperandText.written(operand, values[misfit], pc, next, addressWidth());
            return target(i, argument, values[misfit], target);
        }
        String takes = operand.name() + " takes " + OperandRange.describe(operand);
        return MistakeException.of(
                AsmProblem.OPERAND_RANGE, argument.span(), takes + ", this is " + shown(operand, values[misfit]), "");
    }

    private static String shown(Operand operand, long value) {
        return operand instanceof Operand.Immediate i && !i.signed() && i.width() == 64
                ? Long.toUnsignedString(value)
                : Long.toString(OperandText.written(operand, value, 0, 0, 64));
    }

    private static MistakeException target(Operand.Immediate i, Argument argument, long distance, long target) {
        String there = "0x" + Long.toHexString(target);
        if (i.step() > 1 && (distance - i.bias()) % i.step() != 0) {
            return MistakeException.of(
                    AsmProblem.UNALIGNED_TARGET,
                    argument.span(),
                    "target " + there + " is " + distance + " away; " + i.name() + " counts in steps of " + i.step(),
                    "");
        }
        return MistakeException.of(
                AsmProblem.OPERAND_RANGE,
                argument.span(),
                "target " + there + " is " + distance + " away; " + i.name() + " reaches " + OperandRange.describe(i),
                "");
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

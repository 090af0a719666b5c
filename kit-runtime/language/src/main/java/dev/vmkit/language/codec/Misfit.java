package dev.vmkit.language.codec;

import dev.vmkit.language.isa.Operand;
import dev.vmkit.language.isa.Operand.Relative;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;

/**
 * An operand whose value its form cannot hold.
 *
 * @param operand its place in the form, or -1 if the form's condition excludes the operands together
 */
record Misfit(Match match, int operand) {

    static boolean isRelative(Operand operand) {
        return operand instanceof Operand.Immediate i && i.relative() != Relative.NONE;
    }

    /**
     * What is wrong with it.
     *
     * @param written the number that stands in the source
     */
    MistakeException explain(long written, long address, int units) {
        if (operand < 0) {
            return conditionFails();
        }
        Operand o = match.template().operands().get(operand);
        Span at = match.arguments().get(operand).span();
        if (o instanceof Operand.Immediate i && isRelative(i)) {
            return target(i, at, written, written - (i.relative() == Relative.PC ? address : address + units));
        }
        String takes = o.name() + " takes " + OperandRange.describe(o) + ", this is " + written;
        return MistakeException.of(AsmProblem.OPERAND_RANGE, at, takes, "");
    }

    private MistakeException conditionFails() {
        String condition = match.instruction().form().where().map(Text::value).orElse("");
        return MistakeException.of(
                AsmProblem.OPERAND_RANGE,
                match.arguments().getFirst().span(),
                match.instruction().id() + " does not take these operands: it asks for " + condition,
                "");
    }

    private MistakeException target(Operand.Immediate i, Span at, long target, long distance) {
        String away = "target 0x" + Long.toHexString(target) + " is " + distance + " away; " + i.name();
        if (i.stepBits() > 0 && (distance - i.bias()) % i.step() != 0) {
            return MistakeException.of(
                    AsmProblem.UNALIGNED_TARGET, at, away + " counts in steps of " + Math.abs(i.step()), "");
        }
        boolean number = match.arguments().get(operand).expression() instanceof Expression e && !Evaluation.depends(e);
        return MistakeException.of(
                AsmProblem.OPERAND_RANGE,
                at,
                away + " reaches " + OperandRange.describe(i),
                number ? "a number here is an address; a distance is written '. + n'" : "");
    }
}

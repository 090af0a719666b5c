package dev.vmkit.language.codec;

import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line read as one form: what stands in each of its holes.
 *
 * @param arguments one an operand of the form
 */
record Match(Template template, List<Argument> arguments) {

    /**
     * What stands in a hole.
     *
     * @param expression the number or address written there, or null where a word stands for {@code value}
     */
    record Argument(@Nullable Expression expression, long value, Span span) {}

    /** What stands for the hole of an alias; no symbol of a source can be called so. */
    static Expression.Symbol placeholder(String hole, Span span) {
        return new Expression.Symbol("{" + hole + "}", span);
    }

    Instruction instruction() {
        return template.instruction();
    }

    /** Whether a value depends on symbols or addresses. */
    boolean depends() {
        return arguments.stream().anyMatch(a -> a.expression() != null && Evaluation.depends(a.expression()));
    }
}

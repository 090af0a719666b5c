package dev.vmkit.language.isa;

import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import java.util.List;

/**
 * Another way to write instructions. One instruction: also used when printing. Several: a macro.
 *
 * @param template the line as written, with {@code {operand}} holes
 * @param expansion the instructions it stands for, with the same holes
 */
public record Alias(Text template, List<Text> expansion, Span span) {
    public Alias {
        expansion = List.copyOf(expansion);
    }
}

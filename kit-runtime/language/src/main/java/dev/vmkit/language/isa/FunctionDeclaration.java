package dev.vmkit.language.isa;

import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;

/**
 * A function of the definition: {@code b16 ptr(b8 z)} and its body.
 *
 * @param head the whole head as written, still to be parsed
 * @param entry whether it is called from outside of the definition, as the handlers of a device are
 */
public record FunctionDeclaration(String name, Text head, Text body, boolean entry, Span span) {

    /** A function that the definition itself calls. */
    public FunctionDeclaration(String name, Text head, Text body, Span span) {
        this(name, head, body, false, span);
    }
}

package dev.vmkit.language.isa;

import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;

/**
 * A function of the definition: {@code b16 ptr(b8 z)} and its body.
 *
 * @param head the whole head as written, still to be parsed
 */
public record FunctionDeclaration(String name, Text head, Text body, Span span) {}

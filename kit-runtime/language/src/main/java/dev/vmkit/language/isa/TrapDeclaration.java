package dev.vmkit.language.isa;

import dev.vmkit.language.text.Span;
import java.util.Collections;
import java.util.Map;

/**
 * A trap an instruction may raise.
 *
 * @param attributes its numbers, such as {@code vector} or {@code cause}, which the trap hook sees by these names
 */
public record TrapDeclaration(String name, Map<String, Long> attributes, Span span) {
    public TrapDeclaration {
        attributes = Collections.unmodifiableMap(attributes);
    }
}

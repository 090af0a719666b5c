package dev.vmkit.language.isa;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * What a definition declares and its {@code when} leaves out. Bodies may mention it all the same: a register reads 0, a
 * write to it does nothing, and neither does a function, which gives 0.
 *
 * @param functions by name
 */
public record LeftOut(List<RegisterFile> registers, Map<String, FunctionDeclaration> functions) {
    /** Where all that is declared is there. */
    public static final LeftOut NOTHING = new LeftOut(List.of(), Map.of());

    public LeftOut {
        registers = List.copyOf(registers);
        functions = Collections.unmodifiableMap(functions);
    }
}

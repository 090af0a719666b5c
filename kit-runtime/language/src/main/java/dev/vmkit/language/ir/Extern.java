package dev.vmkit.language.ir;

import dev.vmkit.language.isa.ExternDeclaration;
import java.util.List;

/** A typed hole; {@code resultWidth} is 0 where it returns nothing. */
public record Extern(ExternDeclaration declaration, List<Integer> parameterWidths, int resultWidth) {
    public String name() {
        return declaration.name();
    }
}

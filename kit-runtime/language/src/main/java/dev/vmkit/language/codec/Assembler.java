package dev.vmkit.language.codec;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.util.Optional;

/** Turns assembly text into a {@link Program}. Immutable. */
public final class Assembler {

    private Assembler() {}

    public static Assembler of(Isa isa) {
        throw new IllegalStateException("seam: to be written");
    }

    /** The program, or nothing where mistakes were reported. */
    public Optional<Program> assemble(SourceFile source, Diagnostics diagnostics) {
        throw new IllegalStateException("seam: to be written");
    }
}

package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.text.Diagnostics;
import java.util.Optional;

/** Parses and checks all semantics of an instruction set. */
public final class SemanticsChecker {
    private SemanticsChecker() {}

    /** The checked instruction set, or nothing where the mistakes reported to {@code diagnostics} leave none. */
    public static Optional<Isa> check(IsaModel model, Diagnostics diagnostics) {
        throw new IllegalStateException("seam: to be written");
    }
}

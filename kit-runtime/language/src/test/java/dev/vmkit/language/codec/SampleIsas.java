package dev.vmkit.language.codec;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.IsaLoader;
import dev.vmkit.language.isa.Samples;
import dev.vmkit.language.semantics.SemanticsChecker;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;

/** Checked instruction sets: the nine samples, and definitions written in a test. */
final class SampleIsas {
    private SampleIsas() {}

    static Isa load(String name) {
        return check(Samples.find(name).orElseThrow());
    }

    /** The instruction set of a definition whose semantics are in order. */
    static Isa check(SourceFile definition) {
        Diagnostics diagnostics = new Diagnostics();
        return SemanticsChecker.check(Samples.load(definition, IsaLoader.Choice.DEFAULT), diagnostics)
                .orElseThrow(() -> new AssertionError(diagnostics.list()));
    }
}

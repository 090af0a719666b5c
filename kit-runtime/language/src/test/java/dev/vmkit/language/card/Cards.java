package dev.vmkit.language.card;

import dev.vmkit.language.isa.IsaLoader;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.Samples;
import dev.vmkit.language.semantics.SemanticsChecker;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;

/** Cards of samples and of definitions made of a few lines. */
final class Cards {
    private Cards() {}

    static ReferenceCard sample(String name) {
        return of(Samples.load(name));
    }

    /** The card of a 16-bit machine with these instructions. */
    static ReferenceCard of(String name, String instructions) {
        String source = """
            isa: %s
            byte-order: big
            spaces: { mem: { addr: 16, unit: 16 } }
            registers: { r: { count: 8, width: 16, name: "R{n}" }, pc: { width: 16, role: pc } }
            operands: { a: { reg: r } }
            instructions:
            """.formatted(name);
        SourceFile file = new SourceFile("t.yaml", source + instructions.indent(2));
        return of(Samples.load(file, IsaLoader.Choice.DEFAULT));
    }

    private static ReferenceCard of(IsaModel model) {
        Diagnostics diagnostics = new Diagnostics();
        return SemanticsChecker.check(model, diagnostics)
                .map(ReferenceCard::of)
                .orElseThrow(() -> new AssertionError(diagnostics.list()));
    }

    static InstructionEntry entry(ReferenceCard card, String id) {
        return card.sections().stream()
                .flatMap(s -> s instanceof Section.Instructions i ? i.entries().stream() : null)
                .filter(e -> e.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static OpcodeMap map(ReferenceCard card, String title) {
        return card.sections().stream()
                .filter(s -> s.title().equals(title))
                .map(s -> ((Section.Opcodes) s).map())
                .findFirst()
                .orElseThrow();
    }
}

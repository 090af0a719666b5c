package dev.vmkit.language.codec;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * Turns assembly text into a {@link Program}. Immutable.
 *
 * <p>First every line is read ({@link SourceReader}), then places are found ({@link Layout}), then bytes are made
 * ({@link Emission}).
 */
public final class Assembler {
    private final Grammar grammar;

    private Assembler(Grammar grammar) {
        this.grammar = grammar;
    }

    public static Assembler of(Isa isa) {
        return new Assembler(new Grammar(isa));
    }

    /** The program, or nothing where mistakes were reported. */
    public Optional<Program> assemble(SourceFile source, Diagnostics diagnostics) {
        return assemble(source, 0, diagnostics);
    }

    /**
     * The program, or nothing where mistakes were reported.
     *
     * @param origin the address of the first instruction where the source does not give one
     */
    public Optional<Program> assemble(SourceFile file, long origin, Diagnostics diagnostics) {
        Diagnostics found = new Diagnostics();
        Optional<Program> program = Optional.empty();
        try {
            program = Optional.of(read(file, origin, found));
        } catch (MistakeException e) {
            e.diagnostics().forEach(found::add);
        }
        found.list().forEach(diagnostics::add);
        return found.hasErrors() ? Optional.empty() : program;
    }

    private Program read(SourceFile file, long origin, Diagnostics found) {
        SourceReader reader = new SourceReader(grammar, file, found);
        Source source = reader.read();
        List<MistakeException> misplaced = new Layout(grammar, source, origin).run();
        misplaced.forEach(m -> m.diagnostics().forEach(found::add));
        Program program = new Emission(grammar, source, found).run();
        reader.reportSuspects();
        return program;
    }
}

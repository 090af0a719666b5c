package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.IsaLoader;
import dev.vmkit.language.isa.Samples;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.util.List;
import java.util.Optional;

/** Definitions with their semantics checked. */
public final class Checked {
    private Checked() {}

    /** A sample, which has no mistakes. */
    public static Isa sample(String name) {
        return isa(Samples.find(name).orElseThrow());
    }

    /** A definition without mistakes. */
    public static Isa isa(SourceFile file) {
        Diagnostics diagnostics = new Diagnostics();
        return check(file, diagnostics).orElseThrow(() -> new AssertionError(show(diagnostics)));
    }

    static Optional<Isa> check(SourceFile file, Diagnostics diagnostics) {
        return IsaLoader.load(file, Samples::find, IsaLoader.Choice.DEFAULT, diagnostics)
                .flatMap(model -> SemanticsChecker.check(model, diagnostics));
    }

    /** What is said about a definition, each message as {@code line:column CODE message | hint}. */
    static List<String> mistakes(SourceFile file) {
        Diagnostics diagnostics = new Diagnostics();
        check(file, diagnostics);
        return show(diagnostics);
    }

    static Instruction instruction(Isa isa, String id) {
        return isa.instructions().stream()
                .filter(i -> i.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> show(Diagnostics diagnostics) {
        return diagnostics.list().stream()
                .map(d -> d.at().map(at -> at.line() + ":" + at.column()).orElse("?") + " "
                        + d.problem().code() + " " + d.message()
                        + (d.hint().isEmpty() ? "" : " | " + d.hint()))
                .toList();
    }
}

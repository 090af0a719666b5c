package dev.vmkit.testkit.derive;

import dev.vmkit.language.codec.CodecChecks;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.text.Diagnostic;
import dev.vmkit.language.text.DiagnosticPrinter;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Severity;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.testkit.report.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All tests that follow from the definition of an instruction set. */
public final class IsaTests {
    /** Combinations of operand values a form is tried with, where not all are. */
    static final int SAMPLES = 100;

    static final long SEED = 20261122;

    private IsaTests() {}

    /**
     * Runs them.
     *
     * @param engines must all agree; the first one also measures coverage
     * @param share how much is tried
     */
    public static List<Case> run(Isa isa, List<Engine.Factory> engines, Share share, Consumer<String> progress) {
        progress.accept(isa.name() + ": encodings");
        Case apart = apart(isa);
        Case decoded = EncodingRoundTrip.encodeThenDecode(isa, share);
        Case encoded = EncodingRoundTrip.decodeThenEncode(isa, share);
        progress.accept(isa.name() + ": assembly");
        Case assembled = AssemblyRoundTrip.of(isa, share);
        progress.accept(isa.name() + ": semantics");
        Case steps = new CornerSteps(isa, engines).run(share);
        Case coverage = Coverage.of(isa, engines.getFirst(), share);
        List<Case> cases = new ArrayList<>(List.of(apart, decoded, encoded, assembled, steps, coverage));
        PrivilegeCheck.of(isa, share).ifPresent(cases::add);
        return cases;
    }

    private static Case apart(Isa isa) {
        String name = "no bits are two instructions, and no line either";
        Diagnostics found = new Diagnostics();
        CodecChecks.check(isa, found);
        List<Diagnostic> errors = found.list().stream()
                .filter(d -> d.severity() == Severity.ERROR)
                .toList();
        return errors.isEmpty()
                ? Case.passed(name, isa.instructions().size() + " forms, 0 overlaps")
                : Case.failed(name, DiagnosticPrinter.plain().print(errors));
    }
}

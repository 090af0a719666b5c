package dev.vmkit.testkit.example;

import dev.vmkit.language.codec.Assembler;
import dev.vmkit.language.codec.Program;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.text.Diagnostic;
import dev.vmkit.language.text.DiagnosticPrinter;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.ExternBinding;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.Stop;
import dev.vmkit.testkit.report.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Assembles a program, runs it on a bare processor until it halts, and compares the state with what its comments expect:
 * {@code expect: R0 = 5}, {@code expect: mem[sum] = 55}. A program with {@code error:} must not assemble, for that reason.
 */
public final class ExampleProgram {
    private static final long MOST_INSTRUCTIONS = 10_000_000;

    private final Isa isa;
    private final SourceFile source;
    private final Supplier<Map<String, ExternBinding>> externs;
    private final Engine.Factory engine;
    private final List<Expectation> expectations;

    /** @param externs what the plugin has for externs of the instruction set, made anew for each run */
    public ExampleProgram(
            Isa isa, SourceFile source, Supplier<Map<String, ExternBinding>> externs, Engine.Factory engine) {
        this.isa = isa;
        this.source = source;
        this.externs = externs;
        this.engine = engine;
        this.expectations = Expectation.of(source.content());
    }

    /** What came of it. */
    public Case run() {
        String name = "the example " + source.name() + " does what it says";
        List<String> wrong = wrong();
        String detail = expectations.size() + (expectations.size() == 1 ? " expectation" : " expectations");
        return wrong.isEmpty() ? Case.passed(name, detail) : Case.failed(name, String.join("\n", wrong));
    }

    private List<String> wrong() {
        if (expectations.isEmpty()) {
            return List.of("it expects nothing; add a line such as '; expect: A = 5'");
        }
        Diagnostics diagnostics = new Diagnostics();
        Optional<Program> program = Assembler.of(isa).assemble(source, diagnostics);
        List<String> wrong = new ArrayList<>(wrongErrors(diagnostics.list()));
        if (wrong.isEmpty() && program.isPresent() && !diagnostics.hasErrors()) {
            wrong.addAll(wrongValues(program.get()));
        }
        return wrong;
    }

    /** Errors that nobody expects, and expected ones that did not come. */
    private List<String> wrongErrors(List<Diagnostic> found) {
        List<Diagnostic> unexpected = new ArrayList<>(found);
        List<String> wrong = new ArrayList<>();
        for (Expectation e : expectations) {
            if (e instanceof Expectation.Error(int line, String text)
                    && !unexpected.removeIf(d -> says(d, line, text))) {
                wrong.add("line " + line + ": no message there says '" + text + "'");
            }
        }
        unexpected.forEach(d -> wrong.add(DiagnosticPrinter.plain().print(d).stripTrailing()));
        return wrong;
    }

    private static boolean says(Diagnostic diagnostic, int line, String text) {
        return diagnostic.at().map(at -> at.line() == line).orElse(false)
                && (diagnostic.message() + " " + diagnostic.hint()).contains(text);
    }

    private List<String> wrongValues(Program program) {
        Hart hart = BareHart.of(isa, program, externs.get(), engine);
        Stop stop = hart.run(MOST_INSTRUCTIONS);
        if (!(stop instanceof Stop.Halted)) {
            return List.of("it did not halt within " + MOST_INSTRUCTIONS + " instructions: " + stop + ", pc = 0x"
                    + Long.toHexString(hart.state().pc()));
        }
        Places places = new Places(hart, program.labels());
        List<String> wrong = new ArrayList<>();
        for (Expectation e : expectations) {
            if (e instanceof Expectation.Value value) {
                places.compare(value).ifPresent(wrong::add);
            }
        }
        return wrong;
    }
}

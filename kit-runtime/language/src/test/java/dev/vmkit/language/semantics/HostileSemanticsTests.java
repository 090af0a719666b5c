package dev.vmkit.language.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.ir.Specialiser;
import dev.vmkit.language.isa.Samples;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** Definitions made to exhaust stack, memory or time end in messages. */
class HostileSemanticsTests {

    /** Runs the task on a stack of half a megabyte. */
    private static <T> T onSmallStack(Callable<T> task) throws InterruptedException {
        FutureTask<T> future = new FutureTask<>(task);
        Thread thread = new Thread(null, future, "small stack", 512 * 1024);
        thread.start();
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    private static String nested(int depth, String inner) {
        return "(1 + ".repeat(depth) + inner + ")".repeat(depth);
    }

    @Test
    void theDeepestThatIsAllowedFitsASmallStack() throws InterruptedException {
        StringBuilder functions = new StringBuilder("functions:\n");
        for (int i = 0; i < 20; i++) {
            functions.append("  b16 f%d(b16 v): \"return %s\"\n".formatted(i, nested(12, "f" + (i + 1) + "(v)")));
        }
        functions.append("  b16 f20(b16 v): \"return ").append(nested(40, "v")).append("\"\n");
        String definition = functions + """
            instructions:
              x: { encode: "00000000", do: "a = f0(b)" }
            """;
        Isa isa = onSmallStack(() -> Checked.isa(Snippet.file(definition)));
        Instruction x = isa.instructions().getFirst();
        assertThat(onSmallStack(() -> Specialiser.specialise(x, new long[0])).locals())
                .isPositive();
    }

    @Test
    void deeperNestingIsRefused() throws InterruptedException {
        assertThat(onSmallStack(() -> Snippet.check("a = " + nested(20_000, "b"))))
                .contains("K302");
        assertThat(onSmallStack(() -> Snippet.check("a = " + "-".repeat(20_000) + "b")))
                .contains("K302");
        assertThat(onSmallStack(() -> Snippet.check("if Z {".repeat(20_000)))).contains("K302");
        assertThat(onSmallStack(() -> Snippet.check("if Z { } " + "else if Z { } ".repeat(20_000))))
                .contains("K302");
        assertThat(onSmallStack(() -> Snippet.check("a = b" + " + b".repeat(20_000))))
                .contains("K302");
        assertThat(onSmallStack(() -> Snippet.check("a = b" + "[0]".repeat(20_000))))
                .contains("K302");
    }

    @Test
    void functionsThatCallEachOtherTooDeepAreRefused() throws InterruptedException {
        StringBuilder functions = new StringBuilder("functions:\n");
        for (int i = 0; i < 200; i++) {
            functions.append("  b16 f%d(b16 v): \"return f%d(v)\"\n".formatted(i, i + 1));
        }
        functions.append("  b16 f200(b16 v): \"return v\"\n");
        List<String> mistakes = onSmallStack(() -> Snippet.mistakes(functions + """
            instructions:
              x: { encode: "00000000", do: "a = f0(b)" }
            """));
        assertThat(mistakes).hasSize(1).allMatch(m -> m.startsWith("K326 functions call each other more than"));
    }

    @Test
    void viewsThatDoubleAreRefused() throws InterruptedException {
        StringBuilder views = new StringBuilder("  v0: { view: \"a @ b\" }\n");
        for (int i = 1; i < 40; i++) {
            views.append("  v%d: { view: \"v%d @ v%d\" }\n".formatted(i, i - 1, i - 1));
        }
        String definition = Snippet.file("").content().replace("  bc: {", views + "  bc: {") + """
            instructions:
              x: { encode: "00000000", do: "" }
            """;
        List<String> mistakes = onSmallStack(() -> Checked.mistakes(new SourceFile("views", definition)));
        assertThat(mistakes).anyMatch(m -> m.contains("64 are the most"));
    }

    private static final String[] DEBRIS = {
        "(",
        ")",
        "{",
        "}",
        "[",
        "]",
        ":",
        "@",
        "0",
        "64",
        "0xFFFFFFFFFFFFFFFF",
        "zext(",
        "trunc(",
        "<<",
        "/",
        "%s",
        "!",
        "$value",
        "#rd",
        "next",
        "raise illegal(0)",
        "if ",
        "match ",
        "for i in 0 .. ",
        "let x = ",
        "return ",
        "mem8[",
        "r[",
        "csr[",
        ".",
        "..",
        ";",
        "b64 ",
        "&&",
        "==",
        "=",
        "m1"
    };

    /** A sample with something thrown into one of its bodies. */
    private static String damaged(String sample, Random random) {
        StringBuilder text =
                new StringBuilder(Samples.find(sample).orElseThrow().content());
        int body = text.indexOf("do:", random.nextInt(text.length()));
        int at = Math.min(text.length(), Math.max(body, 0) + 4 + random.nextInt(40));
        return text.insert(at, DEBRIS[random.nextInt(DEBRIS.length)]).toString();
    }

    @Test
    void damagedBodiesAreRefusedOrRun() {
        Random random = new Random(42);
        for (int i = 0; i < 90; i++) {
            String sample = Samples.ALL.get(i % Samples.ALL.size());
            Diagnostics diagnostics = new Diagnostics();
            Optional<Isa> isa = Checked.check(new SourceFile(sample, damaged(sample, random)), diagnostics);
            assertThat(isa.isPresent()).isNotEqualTo(diagnostics.hasErrors());
            isa.ifPresent(HostileSemanticsTests::specialiseAll);
        }
    }

    private static void specialiseAll(Isa isa) {
        for (Instruction i : isa.instructions()) {
            assertThat(Specialiser.specialise(i, new long[i.form().operands().size()])
                            .locals())
                    .isNotNegative();
        }
    }
}

package dev.vmkit.curriculum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.tools.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that share a machine: their turns, their images on the drum, and what a hostile one cannot do. */
@DisplayName("Time-sharing:")
class TimesharingTests {
    private static final Path LAB = Session.REPOSITORY.resolve("curriculum/07-ctss");

    /** A program that says hello when its user has said it, and computes for a while. */
    private static final String POLITE = """
                .ORIG x3000
        NEXT    TRAP x20
                ADD  R1, R0, #-10
                BRz  WORK
                TRAP x21
                BR   NEXT
        WORK    LD   R1, LONG
        AGAIN   ADD  R1, R1, #-1
                BRp  AGAIN
                AND  R0, R0, #0
                TRAP x28
        LONG    .FILL #5000
                .END
        """;

    @TempDir
    private Path folder;

    private static Session.End run(Path file, String... more) {
        return Session.typing("")
                .kit(Stream.concat(Stream.of("run", file.toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private Path host(String scheduler, int core, String programs) throws IOException {
        return Files.writeString(folder.resolve("host.yaml"), """
            kit: 1
            machine: host
            hardware: %s
            timeshare:
              core: %d
              drum: { word-takes: 1 }
              scheduler: { %s }
              calls: { by: TRAP, number: vec, argument: R0, result: R0 }
              services: { read: 0x20, write: 0x21, halt: 0x25, yield: 0x26, set-size: 0x27, exit: 0x28 }
            programs:
            %s
            """.formatted(
                        LAB.resolve("board.yaml"), core, scheduler, programs.indent(2)));
    }

    private void program(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name + ".asm"), text);
    }

    /** What the report says of one program. */
    private static String of(String program, Session.End end) {
        return Pattern.compile("\\{[^{}]*\"name\": \"" + program + "\"[^{}]*}")
                .matcher(end.out())
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError(end.out() + end.err()))
                .group();
    }

    /** For how long each turn of a program ran. */
    private static List<Long> turns(String program, Session.End end) {
        return Pattern.compile("\"program\": \"" + program + "\",\\s*\"slice\": \\d+,\\s*\"ran\": (\\d+)")
                .matcher(end.out())
                .results()
                .map(turn -> Long.parseLong(turn.group(1)))
                .toList();
    }

    @Test
    void underCtssAProgramOf30QuantaIsLoadedFiveTimes() {
        Session.End end = run(LAB.resolve("ctss.yaml"), "--json");
        for (String job : List.of("job1", "job2")) {
            assertThat(turns(job, end)).containsExactly(1000L, 2000L, 4000L, 8000L, 15000L);
            assertThat(of(job, end)).contains("\"loads\": 5", "\"wordsSwapped\": " + (5 + 4) * 2048);
        }
        assertThat(end.exitCode()).isEqualTo(ExitCode.SUCCESS);
    }

    @Test
    void takingTurnsOfOneQuantumItIsLoaded30Times() {
        Session.End end = run(LAB.resolve("round-robin.yaml"), "--json");
        for (String job : List.of("job1", "job2")) {
            assertThat(turns(job, end)).hasSize(30).containsOnly(1000L);
            assertThat(of(job, end)).contains("\"loads\": 30", "\"wordsSwapped\": " + (30 + 29) * 2048);
        }
        assertThat(end.out()).contains("\"swapTicks\": " + 2 * (30 + 29) * 2048);
    }

    @Test
    void inACoreThatHoldsAllNothingIsLoadedTwice() throws IOException {
        Files.copy(LAB.resolve("thirty.asm"), folder.resolve("thirty.asm"));
        Session.End end =
                run(host("policy: round-robin, slice: 1000", 4096, "job: { load: thirty.asm, copies: 2 }"), "--json");
        assertThat(of("job1", end)).contains("\"turns\": 30", "\"loads\": 1", "\"wordsSwapped\": 2048");
        assertThat(turns("job2", end)).hasSize(30);
    }

    @Test
    void eachUserHasAConsoleAndGetsAnswers() throws IOException {
        program("polite", POLITE);
        Session.End end = run(host("policy: round-robin, slice: 1000", 2048, """
            ada: { load: polite.asm, types: [hello], thinks: 100 }
            bob: { load: polite.asm, types: [good day], thinks: 50 }
            """));
        assertThat(end.out().lines()).containsExactlyInAnyOrder("ada| hello", "bob| good day");
        assertThat(end.exitCode()).as(end.err()).isEqualTo(ExitCode.SUCCESS);
    }

    /** The same program beside a good neighbour and beside a bad one. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        an endless loop          | AGAIN BR AGAIN                                         | the limit of instructions
        a write everywhere       | AGAIN STR R0, R1, #0\\n ADD R1, R1, #1\\n BR AGAIN     | stopped at 0x3000
        a write behind its end   | LD R1, P\\n STR R0, R1, #0\\nP .FILL x3800             | store at 0x3800, which is not its own
        a jump into the monitor  | LD R1, P\\n JMP R1\\nP .FILL x8000                     | fetch at 0x8000, which is not its own
        a privileged instruction | RTI                                                    | the trap 'privilege'
        an unknown call          | TRAP x99                                               | there is no service 0x99
        a flood of calls         | AGAIN TRAP x21\\n BR AGAIN                             | the limit of instructions
        a flood of yields        | AGAIN TRAP x26\\n BR AGAIN                             | the limit of instructions
        a size past all bounds   | AND R0, R0, #0\\n ADD R0, R0, #-1\\n TRAP x27\\n HALT  | ended
        words that are no program| .FILL xD000                                            | the trap 'illegal'
        """)
    void harmsOnlyItself(String what, String body, String end) throws IOException {
        program("polite", POLITE);
        program("good", ".ORIG x3000\nHALT\n.END\n");
        program("bad", ".ORIG x3000\n" + body.replace("\\n", "\n") + "\n.END\n");
        String programs = "ada: { load: polite.asm, types: [hello], thinks: 100 }\nother: { load: %s.asm }\n";
        Session.End beside = run(host("policy: round-robin, slice: 1000", 2048, programs.formatted("good")), "--json");
        Session.End besideBad = run(
                host("policy: round-robin, slice: 1000", 2048, programs.formatted("bad")), "--json", "-n", "2000000");
        assertThat(of("other", besideBad)).as(what).contains(end);
        assertThat(withoutSwapping(of("ada", besideBad)))
                .isEqualTo(withoutSwapping(of("ada", beside)))
                .contains("\"console\": \"hello\"", "\"outcome\": \"ended\"");
    }

    /** How often a program has to be loaded depends on who runs in between. */
    private static String withoutSwapping(String program) {
        return program.replaceAll("\"(loads|wordsSwapped)\": \\d+", "");
    }

    @Test
    void aProgramThatGrowsIsSwappedByItsNewSize() throws IOException {
        program("grows", """
                    .ORIG x3000
                    LD   R0, SIZE
                    TRAP x27
                    STI  R0, FAR        ; 0, and there is memory
                    TRAP x28
            SIZE    .FILL #4096
            FAR     .FILL x3FFF
                    .END
            """);
        Session.End end = run(host("policy: round-robin, slice: 1000", 4096, "grows: { load: grows.asm }"), "--json");
        assertThat(of("grows", end))
                .contains("\"outcome\": \"ended\"", "\"loads\": 2", "\"wordsSwapped\": " + (2048 + 2048 + 4096));
    }

    @ParameterizedTest
    @ValueSource(strings = {"interpret", "translate"})
    void anotherInstructionSetIsSharedInTheSameWay(String engine) throws IOException {
        Files.writeString(folder.resolve("board.yaml"), """
            kit: 1
            machine: board
            cpu: { isa: riscv, variant: rv64gc, starts-at: 0x80000000, engine: %s }
            memory:
              ram: { at: 0x80000000, size: 1 MiB }
            """.formatted(engine));
        program("count", """
                    .org 0x80000000
                    li   a7, 64
                    li   s0, 5
            next:   addi a0, s0, 48
                    ecall
                    addi s0, s0, -1
                    bnez s0, next
                    li   a7, 93
                    li   a0, 0
                    ecall
            """);
        Path file = Files.writeString(folder.resolve("host.yaml"), """
            kit: 1
            machine: host
            hardware: board.yaml
            timeshare:
              core: 4096
              scheduler: { policy: ctss, quantum: 4 }
              calls: { by: ecall, number: a7, argument: a0, result: a0 }
              services: { write: 64, exit: 93 }
            programs:
              count: { load: count.asm, copies: 3 }
            """);
        Session.End end = run(file);
        assertThat(end.out().lines()).containsExactlyInAnyOrder("count1| 54321", "count2| 54321", "count3| 54321");
        assertThat(end.exitCode()).as(end.err()).isEqualTo(ExitCode.SUCCESS);
    }

    @Test
    void theLabsSolutionPicksAsTheKitsPolicyDoes() {
        String solution = LAB.resolve("solution").toString();
        Session.End kits = run(LAB.resolve("ctss.yaml"), "--json");
        Session.End own = run(LAB.resolve("mine.yaml"), "--json", "--plugins", solution);
        assertThat(turns("job1", own)).isEqualTo(turns("job1", kits)).hasSize(5);
        assertThat(turns("job2", own)).isEqualTo(turns("job2", kits));
    }

    @Test
    void theLabsStarterRunsButLoadsTooOften() {
        Session.End end = run(
                LAB.resolve("mine.yaml"),
                "--json",
                "--plugins",
                LAB.resolve("starter").toString());
        assertThat(end.exitCode()).as(end.err()).isEqualTo(ExitCode.SUCCESS);
        assertThat(turns("job1", end)).hasSize(30);
    }

    @Test
    void shortCommandsAreAnsweredInTheFirstQuantumWhateverElseRuns() {
        Session.End end = run(LAB.resolve("users.yaml"), "--json");
        assertThat(of("ada", end)).contains("\"console\": \"list\\nprint\\nlogout\\n\"");
        assertThat(end.out().replaceAll("\\s+", " ")).containsPattern("\"slice\": 1000, [^}]*\"answers\": 7, ");
    }

    @Test
    void whatTheLabsPageShowsIsWhatHappens() throws IOException {
        Excerpts page = Excerpts.of(LAB.resolve("README.md"));
        assertThat(page.all()).hasSize(2);
        for (Excerpts.Excerpt excerpt : page.all()) {
            excerpt.requireIn(Session.typing("")
                    .kit(excerpt.command().toArray(String[]::new))
                    .err());
        }
    }

    @Test
    void mistakesAreLocated() throws IOException {
        program("polite", POLITE);
        Path file = host("policy: round-robin, slice: 1000", 2048, "ada: { load: polite.asm, memory: 9999 }");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("by: TRAP", "by: TRAPP")
                        .replace("argument: R0", "argument: R9")
                        .replace("yield:", "yeild:"));
        Session.End end = run(file);
        assertThat(end.exitCode()).isEqualTo(ExitCode.MISTAKE);
        assertThat(end.err())
                .contains(
                        "error K131: there is no instruction 'TRAPP'",
                        "did you mean 'TRAP'?",
                        "there is no register 'R9'",
                        "there is no service 'yeild'",
                        "did you mean 'yield'?",
                        "'ada' needs 10240 words, the core has 2048")
                .contains("host.yaml:8:");
    }
}

package dev.vmkit.tools.isolate;

import static dev.vmkit.tools.isolate.Held.LIMITS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Answer.Loss;
import dev.vmkit.tools.isolate.Prisoner.Deed;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Whatever a process does that was taken over, it ends, the reason is known, and nothing of it is left. */
@Execution(ExecutionMode.CONCURRENT)
class CageTests {
    private static final Limits SHORT = Limits.of(Duration.ofSeconds(2), LIMITS.heap());
    private static final AtomicInteger SLEEPS = new AtomicInteger();

    @TempDir
    private Path submission;

    @TempDir
    private Path elsewhere;

    @Attack("`System.exit`")
    void endingTheProcessIsNoAnswer(Tier tier) throws IOException {
        assertThat(hold(tier, Deed.EXIT, "0").answer())
                .isEqualTo(new Answer.Lost(Loss.CRASHED, "it ended its process with exit code 0"));
    }

    @ParameterizedTest
    @EnumSource
    void hangingWhileItEndsIsATimeOut(Tier tier) throws IOException {
        assertThat(hold(tier, SHORT, Deed.HALT_IN_SHUTDOWN).answer())
                .isEqualTo(new Answer.Lost(Loss.TIME, "no answer within 2 s"));
    }

    @Attack("endless loop")
    void waitingForEverIsATimeOut(Tier tier) throws IOException {
        assertThat(hold(tier, SHORT, Deed.SLEEP).loss()).isEqualTo(Loss.TIME);
    }

    @ParameterizedTest
    @EnumSource
    void allAnswersTogetherHaveAnEnd(Tier tier) throws IOException {
        Held held = hold(tier, limits(Duration.ofMillis(500), LIMITS.cpu()), Deed.SLEEP);
        assertThat(held.answer()).isEqualTo(new Answer.Lost(Loss.TIME, "all answers together took more than 500 ms"));
    }

    @ParameterizedTest
    @EnumSource
    void computingForEverUsesTheProcessorUp(Tier tier) throws IOException {
        assertThat(hold(tier, limits(Duration.ofMinutes(2), Duration.ofSeconds(1)), Deed.SPIN)
                        .loss())
                .isEqualTo(Loss.CPU);
    }

    @Attack("endless allocation")
    void allocatingForEverUsesTheMemoryUpEvenIfTheErrorIsCaught(Tier tier) throws IOException {
        assertThat(hold(tier, Limits.of(LIMITS.answer(), 64 << 20), Deed.ALLOCATE)
                        .loss())
                .isEqualTo(Loss.MEMORY);
    }

    @Attack("endless allocation")
    void threadsWithoutEndStopWhereItsLimitIs(Tier tier) throws IOException {
        Held held = hold(tier, Limits.of(Duration.ofSeconds(6), LIMITS.heap()), Deed.START_THREADS);
        assertThat(held.loss()).isEqualTo(Loss.TIME);
        assertThat(held.printed()).contains("unable to create native thread");
    }

    @Attack("static state")
    void aThreadThatStaysBehindIsEnded(Tier tier) throws IOException {
        Held held = hold(tier, SHORT, Deed.STAY_BEHIND);
        assertThat(held.loss()).isIn(Loss.TIME, Loss.PROTOCOL);
        assertThat(processesOf(held.place().toString())).isEmpty();
    }

    @Attack("flood of output")
    void printingForEverIsCutOff(Tier tier) throws IOException {
        Held held = hold(tier, LIMITS, Deed.PRINT);
        assertThat(held.answer()).isEqualTo(new Answer.Lost(Loss.OUTPUT, "it printed more than 1,048,576 bytes"));
        assertThat(held.printed().length()).isLessThanOrEqualTo(16 << 10);
    }

    @Attack("flood of output")
    void forgedReportsAreNoFrames(Tier tier) throws IOException {
        assertThat(hold(tier, LIMITS, Deed.FORGE).answer())
                .isEqualTo(new Answer.Lost(Loss.PROTOCOL, "the bytes received are no frame"));
    }

    @ParameterizedTest
    @EnumSource
    void processesThatItStartedEndWithIt(Tier tier) throws IOException {
        String sleep = sleep();
        assertThat(hold(tier, SHORT, Deed.START_PROCESSES, sleep + " & " + sleep)
                        .loss())
                .isEqualTo(Loss.TIME);
        assertThat(processesOf(sleep)).isEmpty();
    }

    /** Without another user or a sandbox, a process that detaches itself is not found again. */
    @Attack("fork bomb by code")
    void processesThatDetachThemselvesEndWithIt(Tier tier) throws IOException {
        String sleep = sleep();
        String detached = "setsid sh -c '(setsid env -i %1$s &) &'; %1$s".formatted(sleep);
        assertThat(hold(tier, SHORT, Deed.START_PROCESSES, detached).loss()).isEqualTo(Loss.TIME);
        assertThat(processesOf(sleep)).isEmpty();
    }

    @Attack("fork bomb by code")
    void aForkBombFizzlesOut(Tier tier) throws IOException {
        String sleep = sleep();
        String bomb = "b() { b | b & }; b; " + sleep;
        assertThat(hold(tier, SHORT, Deed.START_PROCESSES, bomb).loss()).isIn(Loss.TIME, Loss.CRASHED);
        assertThat(processesOf(sleep)).isEmpty();
    }

    @Attack("ending other processes")
    void nobodyElsesProcessCanBeEnded(Tier tier) throws IOException {
        Process neighbour = new ProcessBuilder("sleep", "65432").start();
        try {
            assertThat(hold(tier, LIMITS, Deed.END_OTHERS).printed()).contains("ended all others");
            assertThat(neighbour.isAlive()).isTrue();
        } finally {
            neighbour.destroyForcibly();
        }
    }

    @Attack("reading the suite")
    void filesOfTheTeacherCannotBeRead(Tier tier) throws IOException {
        Path suite = Files.writeString(elsewhere.resolve("suite.yaml"), "expected: 42");
        Files.setPosixFilePermissions(suite, PosixFilePermissions.fromString("rw-------"));
        assertThat(hold(tier, LIMITS, Deed.READ, suite.toString()).printed())
                .startsWith("refused")
                .doesNotContain("expected");
    }

    /** Only a sandbox hides what everybody may read. */
    @Attack("reading what everybody")
    void filesThatEverybodyMayReadAreNotThere(Tier tier) throws IOException {
        assertThat(hold(tier, LIMITS, Deed.READ, "/etc/passwd").printed()).startsWith("refused: NoSuchFileException");
    }

    @Attack("writing results")
    void resultsCannotBeWritten(Tier tier) throws IOException {
        Path results = Files.writeString(elsewhere.resolve("results.json"), "score: 0");
        assertThat(hold(tier, LIMITS, Deed.WRITE, results.toString()).printed()).startsWith("refused");
        assertThat(results).hasContent("score: 0");
    }

    @Attack("writing results")
    void itsOwnSubmissionCannotBeChanged(Tier tier) throws IOException {
        String inside = tier == Tier.SANDBOX ? "/submission/deed" : "../submission/deed";
        assertThat(hold(tier, LIMITS, Deed.WRITE, inside).printed()).startsWith("refused");
    }

    @ParameterizedTest
    @EnumSource
    void filesHaveABoundedSize(Tier tier) throws IOException {
        assertThat(hold(tier, LIMITS, Deed.FILL_DISK).printed()).startsWith("refused: IOException");
    }

    @Attack("filling the disk")
    void manyFilesDoNotFillTheDisk(Tier tier) throws IOException {
        assertThat(hold(tier, LIMITS, Deed.FILL_DISK_WITH_FILES).printed()).contains("No space left on device");
    }

    @ParameterizedTest
    @EnumSource
    void whateverItLeavesInItsFolderIsRemoved(Tier tier) throws IOException {
        Held held = hold(tier, LIMITS, Deed.LITTER);
        assertThat(held.printed()).startsWith("did: littered");
        assertThat(held.place()).doesNotExist();
    }

    @Attack("network")
    void thereIsNoNetwork(Tier tier) throws IOException {
        try (ServerSocket server = new ServerSocket(0)) {
            assertThat(hold(tier, LIMITS, Deed.CONNECT, Integer.toString(server.getLocalPort()))
                            .printed())
                    .startsWith("refused: ConnectException");
        }
    }

    /** In a sandbox it may be loaded, and is held like everything else in it. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SANDBOX")
    void nativeCodeIsNotLoaded(Tier tier) throws IOException {
        Path library = Files.writeString(submission.resolve("libevil.so"), "no library at all");
        assertThat(hold(tier, LIMITS, Deed.LOAD_NATIVE_CODE, library.toString()).printed())
                .startsWith("refused: IllegalCallerException");
    }

    @ParameterizedTest
    @EnumSource
    void theEnvironmentSaysNothing(Tier tier) throws IOException {
        assertThat(hold(tier, LIMITS, Deed.LOOK_AROUND).printed())
                .contains("environment")
                .doesNotContain("PATH");
    }

    private static Limits limits(Duration total, Duration cpu) {
        return new Limits(
                Duration.ofMinutes(2), total, cpu, LIMITS.heap(), LIMITS.tasks(), LIMITS.output(), LIMITS.files());
    }

    private Held hold(Tier tier, Deed deed, String argument) throws IOException {
        return hold(tier, LIMITS, deed, argument);
    }

    private Held hold(Tier tier, Limits limits, Deed deed) throws IOException {
        return hold(tier, limits, deed, "-");
    }

    private Held hold(Tier tier, Limits limits, Deed deed, String argument) throws IOException {
        return Held.in(tier, limits, submission, deed, argument);
    }

    /** A command that is nobody else's. */
    private static String sleep() {
        return "sleep " + (50_000 + SLEEPS.incrementAndGet());
    }

    private static Stream<String> processesOf(String command) {
        return ProcessHandle.allProcesses()
                .filter(ProcessHandle::isAlive)
                .map(process -> process.info().commandLine().orElse(""))
                .filter(line -> line.contains(command));
    }
}

package dev.vmkit.tools.isolate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.testkit.judge.Cause;
import dev.vmkit.testkit.judge.CheckResult;
import dev.vmkit.testkit.judge.Judge;
import dev.vmkit.testkit.judge.Status;
import dev.vmkit.testkit.suite.Suite;
import dev.vmkit.testkit.suite.SuiteReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real plugins that attack while they are judged. Each gets the verdict that its answers deserve, check by check; what it
 * does in one check costs it that one.
 */
@Execution(ExecutionMode.CONCURRENT)
class HostileSubmissionTests {
    /** For those that answer, on a machine however busy. */
    private static final Limits LONG = Limits.of(Duration.ofMinutes(2), 64 << 20);

    /** For those that do not. */
    private static final Limits SHORT = Limits.of(Duration.ofSeconds(15), 64 << 20);

    private static final KitRuntime KIT = KitRuntime.ofThisProcess(Path.of("no-plugins"));
    private static final String SUITE = """
        kit: 1
        suite: counter
        about: A device that adds up.
        part: { device: counter }
        checks:
          adds:         { operate: ["write 0 8 2", "write 0 8 3", "read 0 8 = 5"] }
          adds 66:      { operate: ["write 0 8 66", "write 0 8 1", "read 0 8 = 67"], visibility: hidden }
          adds go on:   { operate: ["write 0 8 4", "read 0 8 = 4"] }
        """;

    @TempDir
    private Path folder;

    /** The best there is here; {@code -Dtiers=SANDBOX,OTHER_USER} names others. The names of the tests say which it was. */
    static List<Tier> tiers() throws IOException {
        String asked = System.getProperty("tiers", "");
        return asked.isEmpty()
                ? List.of(Isolation.choose(Sandbox.AUTO, KIT).tier())
                : Stream.of(asked.split(",")).map(Tier::valueOf).toList();
    }

    @ParameterizedTest
    @MethodSource("tiers")
    void anHonestSubmissionPassesWithItsSources(Tier tier) throws IOException {
        HostilePlugin honest = HostilePlugin.that(folder.resolve("given"), "");
        assertThat(statuses(judge(tier, honest, false))).containsOnly(Status.PASSED);
    }

    @ParameterizedTest
    @MethodSource("tiers")
    void sourcesThatDoNotCompileAreShown(Tier tier) throws IOException {
        HostilePlugin broken = HostilePlugin.that(folder.resolve("given"), "int x = ;");
        List<CheckResult> results = judge(tier, broken, false);
        assertThat(statuses(results)).containsExactly(Status.FAILED, Status.SKIPPED, Status.SKIPPED);
        assertThat(rationale(results.getFirst())).contains("--> src/demo/Counter.java:", "illegal start of expression");
    }

    @Attack("`System.exit`")
    void endingTheProcess(Tier tier) throws IOException {
        assertThat(error(tier, "System.exit(0);")).contains("its process ended", "exit code 0");
    }

    @Attack("endless loop")
    void anEndlessLoop(Tier tier) throws IOException {
        assertThat(error(tier, SHORT, "while (sum > 0) { }")).contains("no answer came in time");
    }

    @Attack("endless allocation")
    void endlessAllocation(Tier tier) throws IOException {
        String hoard = "List<byte[]> all = new ArrayList<>(); while (true) { try { all.add(new byte[1 << 16]); }"
                + " catch (OutOfMemoryError e) { sum--; } }";
        assertThat(error(tier, hoard)).contains("it needed more memory than it may");
    }

    @Attack("fork bomb in Java")
    void aForkBomb(Tier tier) throws IOException {
        assertThat(error(tier, "while (true) new ProcessBuilder(\"/bin/sh\", \"-c\", \"sleep 54321\").start();"))
                .contains("threw an exception", "ProcessImpl");
        assertThat(ProcessHandle.allProcesses().map(p -> p.info().commandLine().orElse("")))
                .noneMatch(line -> line.contains("sleep 54321"));
    }

    @Attack("endless allocation")
    void deepRecursion(Tier tier) throws IOException {
        assertThat(error(tier, "trick();")).contains("threw an exception", "StackOverflowError");
    }

    @Attack("writing results")
    void writingResults(Tier tier) throws IOException {
        Path results = Files.writeString(folder.resolve("results.json"), "{}");
        String write =
                "try { Files.writeString(Path.of(\"%s\"), \"100\"); } catch (IOException e) { }".formatted(results);
        assertThat(statuses(judge(tier, write))).containsOnly(Status.PASSED);
        assertThat(results).hasContent("{}");
    }

    @Attack("reading the suite")
    void readingTheSuite(Tier tier) throws IOException {
        Path suite = Files.writeString(folder.resolve("suite.yaml"), SUITE);
        Files.setPosixFilePermissions(suite, PosixFilePermissions.fromString("rw-------"));
        assertThat(error(tier, "sum = Files.readString(Path.of(\"%s\")).length();".formatted(suite)))
                .containsAnyOf("NoSuchFileException", "AccessDeniedException");
    }

    @ParameterizedTest
    @MethodSource("tiers")
    void reflectionIntoTheKit(Tier tier) throws IOException {
        String reach = "Class<?> child = Class.forName(\"dev.vmkit.tools.isolate.Child\", true,"
                + " ClassLoader.getSystemClassLoader()); var ready = child.getDeclaredField(\"READY\");"
                + " ready.setAccessible(true); sum = 67 - 1 + 0 * ready.getInt(null); System.exit(7);";
        assertThat(error(tier, reach)).contains("exit code 7");
    }

    @Attack("replaced `System.out`")
    void forgedReportsOnReplacedStreams(Tier tier) throws IOException {
        String forge = "System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err)));"
                + " System.out.println(\"{\\\"score\\\": 100}\"); System.err.println(\"all tests passed\"); sum = 1;";
        assertThat(failure(tier, forge)).contains("should be 0x43").doesNotContain("score");
    }

    @Attack("flood of output")
    void forgedFramesOnTheLineItself(Tier tier) throws IOException {
        String forge = "try (var out = new FileOutputStream(FileDescriptor.out)) {"
                + " out.write(\"{\\\"score\\\": 100, \\\"status\\\": \\\"passed\\\"}\\n\".repeat(1000).getBytes()); }";
        assertThat(error(tier, forge)).contains("what it sent is no answer");
    }

    @Attack("endless loop")
    void anExceptionWhoseMessageNeverEnds(Tier tier) throws IOException {
        String endless = "throw new RuntimeException() { public String getMessage() { while (true) { } } };";
        assertThat(error(tier, SHORT, endless)).contains("no answer came in time");
    }

    @Attack("flood of output")
    void anExceptionWhoseMessageIsHuge(Tier tier) throws IOException {
        assertThat(error(tier, "throw new RuntimeException(\"x\".repeat(10_000_000));"))
                .contains("threw an exception")
                .hasSizeLessThan(10_000);
    }

    /** The counter of machines would tell whether somebody was here before. */
    @Attack("static state")
    void staticStateDoesNotReachTheNextSubmission(Tier tier) throws IOException {
        HostilePlugin first = HostilePlugin.that(folder.resolve("first"), "machines += 1000;");
        HostilePlugin second = HostilePlugin.that(folder.resolve("second"), "if (machines > 100) sum = 0;");
        try (Cages cages = new Cages(Held.isolation(tier), LONG, 0)) {
            assertThat(statuses(judge(cages, first, true))).containsOnly(Status.PASSED);
            assertThat(statuses(judge(cages, second, true))).containsOnly(Status.PASSED);
        }
    }

    @Attack("a class named like one of ours")
    void classesNamedLikeOursAreNotTaken(Tier tier) throws IOException {
        HostilePlugin imposter = HostilePlugin.that(folder.resolve("given"), "sum = 0;")
                .write("src/dev/vmkit/testkit/device/DeviceBench.java", """
                    package dev.vmkit.testkit.device;
                    public class DeviceBench { static { System.exit(9); } public static long read() { return 67; } }
                    """)
                .write("src/dev/vmkit/tools/isolate/Child.java", """
                    package dev.vmkit.tools.isolate;
                    public class Child { static { System.exit(9); } }
                    """);
        List<CheckResult> results = judge(tier, imposter, true);
        assertThat(statuses(results)).containsExactly(Status.PASSED, Status.FAILED, Status.PASSED);
    }

    @Attack("native code")
    void nativeCode(Tier tier) throws IOException {
        assertThat(error(tier, "System.load(\"/usr/lib/libevil.so\");"))
                .containsAnyOf("IllegalCallerException", "UnsatisfiedLinkError");
    }

    @ParameterizedTest
    @MethodSource("tiers")
    void connections(Tier tier) throws IOException {
        try (ServerSocket server = new ServerSocket(0)) {
            String connect =
                    "try { new java.net.Socket(\"127.0.0.1\", %d).close(); sum = 0; } catch (IOException e) { }"
                            .formatted(server.getLocalPort());
            Status expected = IsolationPage.read().stops("network", tier) ? Status.PASSED : Status.FAILED;
            assertThat(judge(tier, connect).get(1).status()).isEqualTo(expected);
        }
    }

    @Attack("static state")
    void threadsThatOutliveTheTest(Tier tier) throws IOException {
        String stay = "for (int i = 0; i < 3; i++) { new Thread(() -> { while (true) { try { Thread.sleep(1000); }"
                + " catch (InterruptedException e) { } } }).start(); }";
        HostilePlugin stays = HostilePlugin.that(folder.resolve("given"), stay);
        Path plugins = folder.resolve("no-plugins");
        try (Cages cages = new Cages(Held.isolation(tier, plugins), LONG, 0)) {
            assertThat(statuses(judge(cages, stays, true))).containsOnly(Status.PASSED);
        }
        assertThat(ProcessHandle.allProcesses().map(p -> p.info().commandLine().orElse("")))
                .noneMatch(line -> line.contains(plugins.toString()));
    }

    @Attack("an object equal to everything")
    void anObjectEqualToEverything(Tier tier) throws IOException {
        String members = "public boolean equals(Object other) { return true; } public int hashCode() { return 0; }"
                + " public String toString() { return \"67\"; }";
        HostilePlugin equal = HostilePlugin.that(folder.resolve("given"), "sum = 1;", members);
        assertThat(statuses(judge(tier, equal, true))).containsExactly(Status.PASSED, Status.FAILED, Status.PASSED);
    }

    @Attack("an object equal to everything")
    void equalityThatSucceedsOnTheTenthCall(Tier tier) throws IOException {
        String members = "int calls; public boolean equals(Object other) { return ++calls >= 10; }"
                + " public int hashCode() { return ++calls; }";
        HostilePlugin late = HostilePlugin.that(
                folder.resolve("given"), "for (int i = 0; i < 10; i++) equals(this); sum = 1;", members);
        assertThat(statuses(judge(tier, late, true))).containsExactly(Status.PASSED, Status.FAILED, Status.PASSED);
    }

    @Attack("good only while")
    void behavingOnlyInPublicChecks(Tier tier) throws IOException {
        assertThat(failure(tier, "sum = -1;")).contains("should be 0x43");
    }

    @Attack("`../`")
    void bombsInThePluginsYaml(Tier tier) throws IOException {
        String nested = "[".repeat(10_000) + "]".repeat(10_000);
        String aliases = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
        for (String yaml : List.of("plugin: " + nested, aliases, "plugin: !!javax.script.ScriptEngineManager [x]\n")) {
            Path given = Files.createTempDirectory(folder, "given");
            HostilePlugin bomb = HostilePlugin.that(given, "").write("plugin.yaml", yaml);
            List<CheckResult> results = judge(tier, bomb, true);
            assertThat(statuses(results)).containsExactly(Status.FAILED, Status.SKIPPED, Status.SKIPPED);
            assertThat(results.getFirst().cause().map(Cause::key).orElse("")).matches("K0[0-9]{2}");
        }
    }

    @ParameterizedTest
    @MethodSource("tiers")
    void neighboursAreJudgedAsIfTheyWereAlone(Tier tier) throws IOException {
        HostilePlugin loops = HostilePlugin.that(folder.resolve("loops"), "while (true) machines++;");
        HostilePlugin hoards = HostilePlugin.that(
                folder.resolve("hoards"),
                "List<byte[]> all = new ArrayList<>(); while (true) all.add(new byte[1 << 20]);");
        HostilePlugin honest = HostilePlugin.that(folder.resolve("honest"), "");
        try (Cages cages = new Cages(Held.isolation(tier), SHORT, 1)) {
            var hostile = List.of(loops, hoards).stream()
                    .map(plugin -> CompletableFuture.supplyAsync(() -> judged(cages, plugin)))
                    .toList();
            assertThat(statuses(judge(cages, honest, true))).containsOnly(Status.PASSED);
            assertThat(hostile)
                    .allSatisfy(found -> assertThat(statuses(found.join()))
                            .containsExactly(Status.PASSED, Status.ERROR, Status.PASSED));
        }
    }

    private static List<CheckResult> judged(Cages cages, HostilePlugin plugin) {
        try {
            return judge(cages, plugin, true);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Why the check gave no answer in which the trick is done; the others passed. */
    private String error(Tier tier, String trick) throws IOException {
        return error(tier, LONG, trick);
    }

    private String error(Tier tier, Limits limits, String trick) throws IOException {
        List<CheckResult> results;
        try (Cages cages = new Cages(Held.isolation(tier), limits, 0)) {
            results = judge(cages, HostilePlugin.that(folder.resolve("given"), trick), true);
        }
        assertThat(statuses(results)).containsExactly(Status.PASSED, Status.ERROR, Status.PASSED);
        return rationale(results.get(1));
    }

    /** Why it failed. */
    private String failure(Tier tier, String trick) throws IOException {
        List<CheckResult> results = judge(tier, trick);
        assertThat(statuses(results)).containsExactly(Status.PASSED, Status.FAILED, Status.PASSED);
        return rationale(results.get(1));
    }

    private List<CheckResult> judge(Tier tier, String trick) throws IOException {
        return judge(tier, HostilePlugin.that(folder.resolve("given"), trick), true);
    }

    private static List<CheckResult> judge(Tier tier, HostilePlugin plugin, boolean compiled) throws IOException {
        try (Cages cages = new Cages(Held.isolation(tier), LONG, 0)) {
            return judge(cages, plugin, compiled);
        }
    }

    private static List<CheckResult> judge(Cages cages, HostilePlugin plugin, boolean compiled) throws IOException {
        Path into = plugin.folder().resolveSibling(plugin.folder().getFileName() + "-taken");
        Path files = plugin.handedIn(into, compiled).folder();
        try (Judge judge = new Judge(suite(), List.of())) {
            return judge.check(cages.of(files), _ -> {});
        }
    }

    private static Suite suite() {
        Diagnostics mistakes = new Diagnostics();
        var suite = SuiteReader.read(new SourceFile("suite.yaml", SUITE), Path.of("."), mistakes);
        mistakes.throwIfErrors();
        return suite.orElseThrow();
    }

    private static List<Status> statuses(List<CheckResult> results) {
        return results.stream().map(CheckResult::status).toList();
    }

    private static String rationale(CheckResult result) {
        return result.cause().map(Cause::rationale).orElse("");
    }
}

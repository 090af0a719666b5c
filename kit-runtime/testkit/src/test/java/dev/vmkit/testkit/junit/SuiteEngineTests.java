package dev.vmkit.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

@DisplayName("A suite on the JUnit Platform")
class SuiteEngineTests {
    @GradedSuite(
            suite = "src/test/resources/suite/suite.yaml",
            submission = "../language/src/test/resources/isa/lc3.yaml")
    private static final class Sample {}

    @GradedSuite(suite = JAVA + "suite.yaml", submission = JAVA + "handed-in")
    private static final class InJava {}

    @GradedSuite(suite = JAVA + "suite.yaml", submission = JAVA + "broken")
    private static final class BrokenJava {}

    private static final String JAVA = "target/graded-java/";
    private static final String POLICY = """
        import dev.vmkit.api.PolicyContext;
        import dev.vmkit.api.TaskInfo;
        import dev.vmkit.api.TaskPolicy;
        public final class Turns extends TaskPolicy<TaskPolicy.Task> {
            @Override
            public void start(PolicyContext context) {}
            @Override
            protected Task task(TaskInfo info) {
                return new Task(info);
            }
            @Override
            protected Decision decide(int cpu, long now) {
                return run(waiting(cpu).findFirst(), 5);
            }
        }
        """;

    @GradedSuite(suite = "no-such.yaml", submission = "no-such.yaml")
    private static final class Missing {}

    private static Map<String, String> run(Class<?> suite) {
        Map<String, String> outcomes = new LinkedHashMap<>();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(suite))
                .filters(org.junit.platform.launcher.EngineFilter.includeEngines("vmkit-suites"))
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                outcomes.put(
                        test.getDisplayName(),
                        result.getStatus()
                                + result.getThrowable()
                                        .map(t -> ": " + t.getMessage())
                                        .orElse(""));
            }

            @Override
            public void executionSkipped(TestIdentifier test, String reason) {
                outcomes.put(test.getDisplayName(), "SKIPPED: " + reason);
            }
        });
        return outcomes;
    }

    @Test
    void is_a_test_for_each_check_with_the_judges_verdict() {
        assertThat(run(Sample.class))
                .containsEntry("adds two registers", "SUCCESSFUL")
                .containsEntry(
                        "adds to four",
                        "FAILED: after ADD R0, R0, #2: R0 should be 4, and is 2\nhint: It is a sample of what fails.")
                .containsEntry("goes on", "SKIPPED: not looked at, because this comes first: adds to four")
                .containsEntry("Sample", "SUCCESSFUL");
    }

    private static void write(String name, String content) throws IOException {
        Path file = Path.of(JAVA, name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static void policy(String folder, String source) throws IOException {
        write(
                folder + "/plugin.yaml",
                "plugin: turns\n"
                        + "version: 1.0.0\n"
                        + "requires: \">=1.0.0 & <2.0.0\"\n"
                        + "provides: [ { policy: turns.yaml } ]\n");
        write(folder + "/turns.yaml", "policy: turns\ndoc: All take turns.\nclass: Turns\n");
        write(folder + "/src/Turns.java", source);
    }

    @Test
    void compiles_what_is_judged_and_what_is_right() throws IOException {
        write("suite.yaml", """
            kit: 1
            suite: turns
            part: { policy: turns }
            reference: solution
            checks:
              all take turns: { workload: jobs.yaml }
            """);
        write("jobs.yaml", "kit: 1\nworkload: jobs\nuntil: 30\njobs: { a: { runs: 9 }, b: { runs: 9 } }\n");
        policy("solution", POLICY);
        policy("handed-in", POLICY);
        policy("broken", POLICY.replace("findFirst()", "findFirst("));
        assertThat(run(InJava.class)).containsEntry("all take turns", "SUCCESSFUL");
        assertThat(run(BrokenJava.class).get("all take turns"))
                .startsWith("FAILED: error K590: ")
                .contains("src/Turns.java:13:");
    }

    @Test
    void that_cannot_be_read_fails_as_such() {
        assertThat(run(Missing.class).get("Missing"))
                .startsWith("FAILED: the suite")
                .contains("no-such.yaml");
    }
}

package dev.vmkit.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

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

    @Test
    void that_cannot_be_read_fails_as_such() {
        assertThat(run(Missing.class).get("Missing"))
                .startsWith("FAILED: the suite")
                .contains("no-such.yaml");
    }
}

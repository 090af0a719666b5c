package dev.vmkit.tools.grade.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;

/** Read by Surefire's own reader of such files, which knows nothing of the kit. */
class JunitXmlTests {
    private static List<ReportTestSuite> read(String xml) throws Exception {
        return new TestSuiteXmlParser(new NullConsoleLogger())
                .parse(new InputStreamReader(
                        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8));
    }

    private static List<ReportTestCase> cases() throws Exception {
        return read(JunitXml.write(Samples.mixed())).stream()
                .flatMap(suite -> suite.getTestCases().stream())
                .toList();
    }

    @Test
    void another_reader_counts_what_the_verdict_counts() throws Exception {
        ReportTestSuite suite = read(JunitXml.write(Samples.mixed())).getLast();
        assertThat(suite.getNumberOfTests()).isEqualTo(7);
        assertThat(suite.getNumberOfFailures()).isEqualTo(3);
        assertThat(suite.getNumberOfErrors()).isEqualTo(1);
        assertThat(suite.getNumberOfSkipped())
                .as("a check whose dependency failed, and credit on top")
                .isEqualTo(2);
        assertThat(suite.getName()).isEqualTo("lc3-add");
    }

    @Test
    void what_did_not_pass_has_a_message_and_what_passed_has_none() throws Exception {
        assertThat(cases()).hasSize(7).allSatisfy(one -> {
            if (one.hasFailure() || one.hasError() || one.hasSkipped()) {
                assertThat(one.getFailureMessage()).isNotBlank();
            } else {
                assertThat(one.getFailureMessage()).isNull();
            }
        });
        assertThat(cases().get(1).getFailureMessage())
                .isEqualTo("after ADD R0, R1, R2 the condition codes are wrong (0.5 / 2 points)");
    }

    @Test
    void names_come_back_as_they_were() throws Exception {
        assertThat(cases()).extracting(ReportTestCase::getName).startsWith("adds two registers");
        assertThat(cases().get(2).getFailureMessage()).contains("<script>alert(1)</script> ]]>", "\"quoted\"", "␀");
    }

    @Test
    void a_perfect_verdict_has_no_failures() throws Exception {
        ReportTestSuite suite = read(JunitXml.write(Samples.perfect())).getLast();
        assertThat(suite.getNumberOfFailures() + suite.getNumberOfErrors() + suite.getNumberOfSkipped())
                .isZero();
    }
}

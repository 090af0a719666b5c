package dev.vmkit.tools.grade.report;

import dev.vmkit.testkit.judge.CheckResult;
import dev.vmkit.testkit.judge.Status;
import dev.vmkit.testkit.judge.Verdict;
import java.util.List;

/**
 * A verdict as JUnit's XML, in the form that Jenkins, GitLab, GitHub's reporters and Artemis read. What did not pass has a
 * message, always: without one, some of them take a failure for a pass. Times are 0, so that equal verdicts give equal bytes.
 */
final class JunitXml {
    private static final String NAME = "name";

    private final Xml xml = new Xml();

    private JunitXml() {}

    static String write(Verdict verdict) {
        JunitXml writer = new JunitXml();
        writer.suites(verdict);
        return writer.xml.toString();
    }

    private void suites(Verdict verdict) {
        List<CheckResult> checks = verdict.checks();
        String tests = Integer.toString(checks.size());
        String failures = Long.toString(checks.stream().filter(JunitXml::fails).count());
        String errors = Long.toString(checks.stream().filter(JunitXml::errs).count());
        String skipped = Long.toString(checks.stream().filter(JunitXml::skips).count());
        xml.open("testsuites", NAME, verdict.suite(), "tests", tests, "failures", failures, "errors", errors);
        xml.open(
                "testsuite",
                NAME,
                verdict.suite(),
                "tests",
                tests,
                "failures",
                failures,
                "errors",
                errors,
                "skipped",
                skipped,
                "time",
                "0");
        xml.open("properties");
        property("points", verdict.points().toString());
        property("most", verdict.most().toString());
        property("seed", Long.toString(verdict.seed()));
        property("suite", verdict.digests().suite());
        property("submission", verdict.digests().submission());
        property("kit", verdict.digests().kit());
        xml.close();
        checks.forEach(check -> test(verdict, check));
        if (!verdict.remarks().isEmpty()) {
            xml.open("system-out").text(String.join("\n", verdict.remarks())).close();
        }
        xml.close().close();
    }

    private void property(String name, String value) {
        xml.open("property", NAME, name, "value", value).close();
    }

    private void test(Verdict verdict, CheckResult check) {
        xml.open("testcase", "classname", verdict.suite(), NAME, check.name(), "time", "0");
        if (skips(check)) {
            xml.open("skipped", "message", message(check)).close();
        } else if (errs(check) || fails(check)) {
            xml.open(errs(check) ? "error" : "failure", "message", message(check), "type", type(check));
            xml.text(String.join("\n", Explanation.lines(check))).close();
        }
        xml.close();
    }

    private static String message(CheckResult check) {
        return Explanation.brief(check) + " (" + Summary.points(check) + " points)";
    }

    private static String type(CheckResult check) {
        return check.cause()
                .map(cause -> cause.key())
                .filter(key -> !key.isEmpty())
                .orElse("check");
    }

    /** Credit on top that is not taken makes no build red. */
    private static boolean skips(CheckResult check) {
        return check.status() == Status.SKIPPED || check.extra() && check.status() != Status.PASSED;
    }

    private static boolean fails(CheckResult check) {
        return check.status() == Status.FAILED && !skips(check);
    }

    private static boolean errs(CheckResult check) {
        return check.status() == Status.ERROR && !skips(check);
    }
}

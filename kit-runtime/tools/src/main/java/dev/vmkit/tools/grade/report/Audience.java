package dev.vmkit.tools.grade.report;

import dev.vmkit.testkit.judge.CheckResult;
import dev.vmkit.testkit.judge.Verdict;
import dev.vmkit.testkit.suite.Visibility;
import java.util.List;
import java.util.Optional;

/** For whom a report is: each sees what those before it see, and more. */
public enum Audience {
    /** A student before the deadline. */
    STUDENT(Visibility.VISIBLE),
    /** A student after it. */
    AFTER_DUE_DATE(Visibility.AFTER_DUE_DATE),
    /** A student when grades are out. */
    AFTER_PUBLISHED(Visibility.AFTER_PUBLISHED),
    TEACHER(Visibility.HIDDEN);

    private final Visibility most;

    Audience(Visibility most) {
        this.most = most;
    }

    /** The verdict with nothing of the checks that this audience may not see but their points. */
    public Verdict seen(Verdict verdict) {
        List<CheckResult> checks = verdict.checks().stream().map(this::seen).toList();
        return new Verdict(verdict.suite(), verdict.about(), verdict.digests(), verdict.seed(), verdict.late(), checks)
                .with(verdict.remarks());
    }

    private CheckResult seen(CheckResult check) {
        if (check.visibility().compareTo(most) <= 0) {
            return check;
        }
        return new CheckResult(
                "hidden check " + check.number(),
                check.number(),
                check.status(),
                check.points(),
                check.most(),
                check.extra(),
                check.visibility(),
                "",
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}

package dev.vmkit.tools.grade.report;

import dev.vmkit.testkit.judge.CheckResult;
import dev.vmkit.testkit.judge.Status;
import dev.vmkit.testkit.judge.Verdict;
import java.util.ArrayList;
import java.util.List;

/** A verdict in a few words. */
public final class Summary {
    private static final int DIGITS = 12;

    private Summary() {}

    /** {@code 6 of 10 points}, and what lateness took. */
    public static String points(Verdict verdict) {
        String points = verdict.points() + " of " + verdict.most() + " points";
        return verdict.late().factor() == 1
                ? points
                : points + ", " + verdict.earned() + " before lateness: "
                        + verdict.late().reason();
    }

    /** {@code 3 checks passed, 1 failed}. */
    public static String counts(Verdict verdict) {
        List<String> parts = new ArrayList<>();
        add(parts, count(verdict, Status.PASSED), "passed");
        add(parts, count(verdict, Status.FAILED), "failed");
        add(parts, count(verdict, Status.ERROR), "gave no answer");
        add(parts, count(verdict, Status.SKIPPED), "skipped");
        return parts.isEmpty() ? "no checks" : String.join(", ", parts);
    }

    private static void add(List<String> parts, long count, String what) {
        if (count > 0) {
            parts.add(count + (parts.isEmpty() ? count == 1 ? " check " : " checks " : " ") + what);
        }
    }

    private static long count(Verdict verdict, Status status) {
        return verdict.checks().stream()
                .filter(check -> check.status() == status)
                .count();
    }

    /** What it was reached from, so that it can be reached again. */
    static String origin(Verdict verdict) {
        return "seed %d, suite %s, submission %s, kit %s"
                .formatted(
                        verdict.seed(),
                        brief(verdict.digests().suite()),
                        brief(verdict.digests().submission()),
                        verdict.digests().kit());
    }

    private static String brief(String digest) {
        return digest.substring(0, Math.min(DIGITS, digest.length()));
    }

    /** One word for how a check ended. */
    static String word(CheckResult check) {
        return switch (check.status()) {
            case PASSED -> "ok";
            case FAILED -> "FAIL";
            case SKIPPED -> "skip";
            case ERROR -> "ERROR";
        };
    }

    /** {@code 2 / 3}, and whether on top. */
    static String points(CheckResult check) {
        return (check.extra() ? "+" : "") + check.points() + " / " + check.most();
    }
}

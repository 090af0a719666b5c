package dev.vmkit.tools.grade.report;

import dev.vmkit.testkit.judge.Cause;
import dev.vmkit.testkit.judge.CheckResult;
import dev.vmkit.testkit.judge.Lateness;
import dev.vmkit.testkit.judge.Replay;
import dev.vmkit.testkit.judge.Status;
import dev.vmkit.testkit.judge.Verdict;
import dev.vmkit.testkit.suite.Points;
import dev.vmkit.testkit.suite.Visibility;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Verdicts for tests of reports. */
public final class Samples {
    private static final Verdict.Digests DIGESTS = new Verdict.Digests("5u17e".repeat(8), "5ub417".repeat(8), "0.1.0");

    private Samples() {}

    /** One of each: passed, partial, failed, skipped, without an answer, hidden, on top; and late. */
    public static Verdict mixed() {
        return new Verdict(
                        "lc3-add",
                        "ADD in both forms, with condition codes.",
                        DIGESTS,
                        7,
                        new Lateness(1, 0.9, "1 day late, which takes 10 % of the points"),
                        List.of(
                                check(1, "adds two registers", Status.PASSED, 200, 200, Visibility.VISIBLE),
                                failed(
                                        2,
                                        "sets the condition codes",
                                        50,
                                        Visibility.VISIBLE,
                                        wrongCodes(),
                                        Optional.of(replay())),
                                failed(
                                        3,
                                        "agrees with the reference",
                                        0,
                                        Visibility.AFTER_DUE_DATE,
                                        hostile(),
                                        Optional.empty()),
                                check(4, "runs the loop", Status.SKIPPED, 0, 100, Visibility.VISIBLE),
                                lost(5),
                                failed(6, "does not know this", 0, Visibility.HIDDEN, secret(), Optional.empty()),
                                extra(7)))
                .with(List.of("K971 src/Add.java:3:9: this ends the process (answer instead) \u001b[31m<script>"));
    }

    /** Everything passed. */
    public static Verdict perfect() {
        return new Verdict(
                "lc3-add",
                "",
                DIGESTS,
                7,
                Lateness.NONE,
                List.of(check(1, "adds two registers", Status.PASSED, 1000, 1000, Visibility.VISIBLE)));
    }

    /** A verdict with one hidden check for no points. */
    public static Verdict hidden(Status status) {
        return new Verdict(
                "lc3-add",
                "",
                DIGESTS,
                7,
                Lateness.NONE,
                List.of(check(1, "does not know this", status, 0, 0, Visibility.HIDDEN)));
    }

    /** A verdict with one check that got this many of ten points. */
    public static Verdict of(int points, Cause cause) {
        CheckResult one = points == 10
                ? check(1, "adds two registers", Status.PASSED, 1000, 1000, Visibility.VISIBLE)
                : failed(1, "adds two registers", points * 100, Visibility.VISIBLE, cause, Optional.empty());
        return new Verdict("lc3-add", "", DIGESTS, 7, Lateness.NONE, List.of(one));
    }

    public static Cause wrongCodes() {
        return new Cause("after ADD R0, R1, R2 the condition codes are wrong", "N = 0\nZ = 1", "N = 1\nZ = 0", "N, Z");
    }

    private static Cause hostile() {
        String attack = "<script>alert(1)</script> ]]> ``` | **bold** \u001b[31m \u0000 &amp; \"quoted\"";
        return new Cause("the part threw java.lang.Error: " + attack, "", attack, "java.lang.Error");
    }

    private static Cause secret() {
        return Cause.of("THE SECRET CASE", "secret");
    }

    private static Replay replay() {
        return new Replay(
                Map.of("replay.yaml", "kit: 1\nmachine: replay\nload: replay.asm\n", "replay.asm", "ADD R0, R1, R2\n"),
                "kit run replay.yaml --registers");
    }

    private static CheckResult lost(int number) {
        return result(
                number,
                "ends by itself",
                Status.ERROR,
                0,
                200,
                false,
                Visibility.VISIBLE,
                "",
                Optional.of(Cause.of("no answer within 20 s; it was ended", "TIME")),
                Optional.empty());
    }

    private static CheckResult extra(int number) {
        return result(
                number,
                "is fast",
                Status.FAILED,
                0,
                100,
                true,
                Visibility.VISIBLE,
                "",
                Optional.of(Cause.of("2,000 instructions, at most 1,000", "instructions")),
                Optional.empty());
    }

    private static CheckResult failed(
            int number, String name, long points, Visibility visibility, Cause cause, Optional<Replay> replay) {
        return result(
                number,
                name,
                Status.FAILED,
                points,
                number == 1 ? 1000 : 200,
                false,
                visibility,
                "The codes follow R0.",
                Optional.of(cause),
                replay);
    }

    private static CheckResult check(
            int number, String name, Status status, long points, long most, Visibility visibility) {
        return result(number, name, status, points, most, false, visibility, "", Optional.empty(), Optional.empty());
    }

    private static CheckResult result(
            int number,
            String name,
            Status status,
            long points,
            long most,
            boolean extra,
            Visibility visibility,
            String hint,
            Optional<Cause> cause,
            Optional<Replay> replay) {
        return new CheckResult(
                name,
                number,
                status,
                new Points(points),
                new Points(most),
                extra,
                visibility,
                hint,
                cause,
                replay,
                List.of("tag-" + number));
    }
}

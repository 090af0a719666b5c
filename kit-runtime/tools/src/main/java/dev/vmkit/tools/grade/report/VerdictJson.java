package dev.vmkit.tools.grade.report;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.yaml.Json;
import dev.vmkit.language.yaml.JsonReader;
import dev.vmkit.testkit.judge.Cause;
import dev.vmkit.testkit.judge.CheckResult;
import dev.vmkit.testkit.judge.Lateness;
import dev.vmkit.testkit.judge.Replay;
import dev.vmkit.testkit.judge.Status;
import dev.vmkit.testkit.judge.Verdict;
import dev.vmkit.testkit.suite.Points;
import dev.vmkit.testkit.suite.Visibility;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** A verdict as JSON, with all that is in it: {@link #read} reads what {@link #of} writes. */
public final class VerdictJson {
    private static final String POINTS = "points";
    private static final int HUNDREDTHS = 2;

    private VerdictJson() {}

    public static Json of(Verdict verdict) {
        return Json.object()
                .put("suite", verdict.suite())
                .put("about", verdict.about())
                .put(POINTS, number(verdict.points()))
                .put("most", number(verdict.most()))
                .put("passed", verdict.passed())
                .put("seed", verdict.seed())
                .put("digests", of(verdict.digests()))
                .put("late", of(verdict.late()))
                .put(
                        "checks",
                        Json.array(
                                verdict.checks().stream().map(VerdictJson::of).toList()))
                .put("remarks", Json.texts(verdict.remarks()))
                .build();
    }

    private static Json of(Verdict.Digests digests) {
        return Json.object()
                .put("suite", digests.suite())
                .put("submission", digests.submission())
                .put("kit", digests.kit())
                .build();
    }

    private static Json of(Lateness late) {
        return Json.object()
                .put("days", late.days())
                .put("factor", new Json.Number(BigDecimal.valueOf(late.factor())))
                .put("reason", late.reason())
                .build();
    }

    private static Json of(CheckResult check) {
        Json.Builder json = Json.object()
                .put("name", check.name())
                .put("number", check.number())
                .put("status", word(check.status()))
                .put(POINTS, number(check.points()))
                .put("most", number(check.most()))
                .put("extra", check.extra())
                .put("visibility", word(check.visibility()))
                .put("hint", check.hint())
                .put("tags", Json.texts(check.tags()));
        check.cause().ifPresent(cause -> json.put("cause", of(cause)));
        check.replay().ifPresent(replay -> json.put("replay", of(replay)));
        return json.build();
    }

    private static Json of(Cause cause) {
        return Json.object()
                .put("rationale", cause.rationale())
                .put("expected", cause.expected())
                .put("actual", cause.actual())
                .put("key", cause.key())
                .build();
    }

    private static Json of(Replay replay) {
        Json.Builder files = Json.object();
        replay.files().forEach(files::put);
        return Json.object()
                .put("command", replay.command())
                .put("files", files.build())
                .build();
    }

    private static Json number(Points points) {
        return new Json.Number(new BigDecimal(points.toString()));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a verdict.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Verdict read(String text) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<Json> json = JsonReader.read(new SourceFile("a verdict", text), diagnostics);
        if (json.isEmpty() || diagnostics.hasErrors()) {
            throw new IllegalArgumentException("a verdict that is no JSON");
        }
        return verdict(new Fields(json.get()));
    }

    private static Verdict verdict(Fields from) {
        return new Verdict(
                from.text("suite"),
                from.text("about"),
                digests(from.fields("digests")),
                from.number("seed").longValueExact(),
                late(from.fields("late")),
                from.array("checks").stream().map(VerdictJson::check).toList(),
                from.texts("remarks"));
    }

    private static Verdict.Digests digests(Fields from) {
        return new Verdict.Digests(from.text("suite"), from.text("submission"), from.text("kit"));
    }

    private static Lateness late(Fields from) {
        return new Lateness(
                from.number("days").intValueExact(), from.number("factor").doubleValue(), from.text("reason"));
    }

    private static CheckResult check(Fields from) {
        return new CheckResult(
                from.text("name"),
                from.number("number").intValueExact(),
                Status.valueOf(from.text("status").toUpperCase(Locale.ROOT)),
                points(from.number(POINTS)),
                points(from.number("most")),
                from.flag("extra"),
                Visibility.valueOf(from.text("visibility").toUpperCase(Locale.ROOT)),
                from.text("hint"),
                from.maybe("cause").map(VerdictJson::cause),
                from.maybe("replay").map(VerdictJson::replay),
                from.texts("tags"));
    }

    private static Cause cause(Fields from) {
        return new Cause(from.text("rationale"), from.text("expected"), from.text("actual"), from.text("key"));
    }

    private static Replay replay(Fields from) {
        return new Replay(from.fields("files").texts(), from.text("command"));
    }

    private static Points points(BigDecimal number) {
        return new Points(number.movePointRight(HUNDREDTHS).longValueExact());
    }
}

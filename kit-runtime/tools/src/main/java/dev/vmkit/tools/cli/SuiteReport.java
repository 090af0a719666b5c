package dev.vmkit.tools.cli;

import dev.vmkit.testkit.judge.CheckResult;
import dev.vmkit.testkit.judge.Status;
import dev.vmkit.testkit.mutation.SuiteScore;
import java.util.Locale;

/** How good a suite is, on a screen. */
record SuiteReport(Screen screen) {
    private static final double GOOD_PERCENT = 95;

    /** Shows it; what {@code kit} ends with. */
    int show(String suite, SuiteScore score) {
        if (!score.isGreen()) {
            screen.line(screen.red("the reference itself does not pass " + suite + "; nothing else counts"));
            score.baseline().stream()
                    .filter(result -> result.status() != Status.PASSED)
                    .forEach(this::failed);
            return ExitCode.FAILURE;
        }
        score.survivors().forEach(mutant -> screen.line(screen.yellow("not noticed: ") + mutant));
        boolean good = score.percent() >= GOOD_PERCENT;
        String summary = String.format(
                Locale.ROOT,
                "%s notices %.1f %% of the changes: %,d of %,d, and %,d were none",
                suite,
                score.percent(),
                score.caught(),
                score.caught() + score.survivors().size(),
                score.invalid());
        screen.line(good ? screen.green(summary) : screen.red(summary));
        return good ? ExitCode.SUCCESS : ExitCode.FAILURE;
    }

    private void failed(CheckResult result) {
        screen.line("  " + result.name());
        result.cause().ifPresent(cause -> screen.print(cause.rationale().indent(4)));
    }
}

package dev.vmkit.testkit.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Answer.Measured;
import dev.vmkit.testkit.subject.Question;
import dev.vmkit.testkit.subject.Subject;
import dev.vmkit.testkit.suite.Trial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Claims of an experiment are judged by what was counted. */
@DisplayName("A check of an experiment:")
class ClaimTrialTests {
    private static Measured.Claimed right(String claim) {
        return new Measured.Claimed(claim, List.of());
    }

    private static Measured.Claimed wrong(String claim, String found) {
        return new Measured.Claimed(claim, List.of(found));
    }

    private static Finding look(boolean claims, List<String> predicted, Measured answer) {
        Subject subject = new Subject() {
            @Override
            public Answer ask(Question question) {
                assertThat(question).isInstanceOf(Question.Measure.class);
                return answer;
            }

            @Override
            public void close() {}
        };
        Trial.Experiment trial = new Trial.Experiment("suite.yaml", Optional.of("mine.yaml"), claims, predicted);
        return new ClaimTrial(trial, Map.of()).look(subject);
    }

    private static Finding claimed(Measured.Claimed... claims) {
        return look(true, List.of(), new Measured(Map.of(), List.of(claims)));
    }

    private static Finding predicted(Measured.Claimed... claims) {
        return look(false, List.of("exits(in, trap)"), new Measured(Map.of(), List.of(claims)));
    }

    @Test
    void passesIfAllClaimsHold() {
        assertThat(claimed(right("exits(in, trap) = 1")).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void countsTheClaimsThatHold() {
        Finding half = claimed(right("exits(in, trap) = 1"), wrong("exits(trap) < 1", "in: 1 < 1"));
        assertThat(half.share()).isEqualTo(0.5);
        assertThat(half.cause().orElseThrow().rationale())
                .isEqualTo("in mine.yaml:\n  'exits(trap) < 1' does not hold: in: 1 < 1");
    }

    @Test
    void wantsClaims() {
        assertThat(claimed().cause().orElseThrow().rationale()).isEqualTo("in mine.yaml:\n  nothing is claimed");
    }

    @Test
    void knowsAPredictionHoweverItIsWritten() {
        assertThat(predicted(right("exits( in,trap )=1")).status()).isEqualTo(Status.PASSED);
        assertThat(predicted(right("1 = exits(in, trap)")).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void takesNoComparisonForAPrediction() {
        for (String claim : List.of(
                "exits(in, trap) >= 0",
                "exits(in, trap) = exits(in, trap)",
                "exits(in, bare) = 0",
                "exits(trap) = 1")) {
            assertThat(predicted(right(claim)).cause().orElseThrow().rationale())
                    .as(claim)
                    .isEqualTo("in mine.yaml:\n  there is no claim 'exits(in, trap) = NUMBER'");
        }
    }

    @Test
    void takesNoGuesses() {
        assertThat(predicted(right("exits(in, trap) = 1"), wrong("exits(in, trap) = 2", "1 = 2"))
                        .status())
                .isEqualTo(Status.FAILED);
    }

    @Test
    void takesNothingThatWasCutOffForAResult() {
        Map<String, String> cut = Map.of("in, trap", "the limit of instructions was reached");
        Finding finding = look(true, List.of(), new Measured(cut, List.of(right("exits(in, trap) = 0"))));
        assertThat(finding.cause().orElseThrow().rationale())
                .isEqualTo("in mine.yaml:\n"
                        + "  the run of in, trap does not end well: the limit of instructions was reached");
    }
}

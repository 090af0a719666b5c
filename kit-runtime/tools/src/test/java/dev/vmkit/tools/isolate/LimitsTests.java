package dev.vmkit.tools.isolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsTests {
    private static final long HEAP = 64 << 20;

    @Test
    void whoeverMayTakeLongForOneAnswerMayTakeLongerForAll() {
        assertThat(Limits.of(Duration.ofSeconds(5), HEAP).total()).isEqualTo(Duration.ofMinutes(2));
        assertThat(Limits.of(Duration.ofMinutes(10), HEAP).total()).isEqualTo(Duration.ofMinutes(60));
    }

    /** Else a submission with many answers, each of them in time, would lose the last ones. */
    @Test
    void honestWorkMeetsTheTimeForAllAnswersBeforeTheProcessors() {
        for (int seconds : new int[] {1, 20, 600}) {
            Limits limits = Limits.of(Duration.ofSeconds(seconds), HEAP);
            assertThat(limits.cpu()).isGreaterThan(limits.total());
        }
    }

    @Test
    void aJavaMachineNeedsSomeMemory() {
        assertThatThrownBy(() -> Limits.of(Duration.ofSeconds(5), 1 << 20))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

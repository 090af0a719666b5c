package dev.vmkit.machine.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PipedInputTests {
    private final PipedInput input = new PipedInput(() -> -1, () -> false);

    private void askInVain() {
        for (int i = 0; i < Starvation.ENOUGH + PipedInput.PATIENCE; i++) {
            assertThat(input.asked()).isEqualTo(HostInput.NOTHING);
        }
    }

    @Test
    void its_end_counts_once_nobody_can_call_on_the_guest_any_more() {
        input.others(true);
        askInVain();
        assertThat(input.starving()).isFalse();
        input.others(false);
        askInVain();
        assertThat(input.starving()).isTrue();
    }
}

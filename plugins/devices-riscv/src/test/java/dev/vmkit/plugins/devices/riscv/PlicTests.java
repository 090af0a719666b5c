package dev.vmkit.plugins.devices.riscv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.api.StateTree;
import dev.vmkit.testkit.device.DeviceBench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Context 1 is supervisor mode of hart 0, context 2 machine mode of hart 1. */
class PlicTests {
    private final DeviceBench bench = Devices.bench("riscv-plic");

    private static long enable(int context, int word) {
        return 0x2000 + 0x80L * context + 4L * word;
    }

    private static long threshold(int context) {
        return 0x200000 + 0x1000L * context;
    }

    private static long claim(int context) {
        return threshold(context) + 4;
    }

    private long claimed(int context) {
        return bench.read(claim(context), 32);
    }

    private void priority(int source, int value) {
        bench.write(4L * source, 32, value);
    }

    @BeforeEach
    void supervisorOfHart0WantsEverything() {
        for (int word = 0; word < 4; word++) {
            bench.write(enable(1, word), 32, 0xFFFF_FFFFL);
        }
        priority(10, 1);
    }

    @Test
    void interrupts_the_context_that_enabled_a_raised_source() {
        bench.line(10, true);
        assertThat(bench.raised("supervisor", 0)).isTrue();
        assertThat(bench.raised("machine", 0)).isFalse();
        assertThat(bench.raised("supervisor", 1)).isFalse();
        bench.write(enable(2, 0), 32, 1 << 10);
        assertThat(bench.raised("machine", 1)).isTrue();
        bench.write(enable(1, 0), 32, 0);
        assertThat(bench.raised("supervisor", 0)).isFalse();
    }

    @Test
    void a_claim_takes_the_source_from_every_context_and_completion_gives_it_back_while_it_is_raised() {
        bench.write(enable(2, 0), 32, 1 << 10);
        bench.line(10, true);
        assertThat(claimed(1)).isEqualTo(10);
        assertThat(bench.raised("supervisor", 0)).isFalse();
        assertThat(bench.raised("machine", 1)).isFalse();
        assertThat(claimed(2)).isZero();
        bench.write(claim(1), 32, 10);
        assertThat(bench.raised("supervisor", 0)).as("still raised").isTrue();
        assertThat(claimed(1)).isEqualTo(10);
        bench.line(10, false);
        bench.write(claim(1), 32, 10);
        assertThat(bench.raised("supervisor", 0)).isFalse();
        assertThat(claimed(1)).isZero();
    }

    @Test
    void a_request_is_not_retracted_when_the_source_is_lowered() {
        bench.line(10, true);
        bench.line(10, false);
        assertThat(bench.read(0x1000, 32)).isEqualTo(1 << 10);
        assertThat(claimed(1)).isEqualTo(10);
        assertThat(bench.read(0x1000, 32)).isZero();
    }

    @Test
    void a_source_that_is_served_can_wait_for_completion_however_often_it_is_raised() {
        bench.line(10, true);
        claimed(1);
        bench.line(10, false);
        bench.line(10, true);
        assertThat(claimed(1)).isZero();
        bench.write(claim(1), 32, 10);
        assertThat(claimed(1)).isEqualTo(10);
    }

    @Test
    void the_highest_priority_comes_first_and_of_several_the_lowest_number() {
        priority(7, 3);
        priority(99, 3);
        priority(127, 7);
        for (int source : new int[] {7, 10, 99, 127}) {
            bench.line(source, true);
        }
        assertThat(claimed(1)).isEqualTo(127);
        assertThat(claimed(1)).isEqualTo(7);
        assertThat(claimed(1)).isEqualTo(99);
        assertThat(claimed(1)).isEqualTo(10);
        assertThat(claimed(1)).isZero();
    }

    @Test
    void priority_0_never_interrupts() {
        bench.line(5, true);
        assertThat(bench.raised("supervisor", 0)).isFalse();
        assertThat(claimed(1)).isZero();
        assertThat(bench.read(0x1000, 32)).as("it is pending all the same").isEqualTo(1 << 5);
        priority(5, 1);
        assertThat(bench.raised("supervisor", 0)).isTrue();
    }

    @Test
    void only_priorities_above_the_threshold_interrupt_but_any_can_be_claimed() {
        bench.write(threshold(1), 32, 1);
        bench.line(10, true);
        assertThat(bench.raised("supervisor", 0)).isFalse();
        assertThat(claimed(1)).isEqualTo(10);
    }

    @Test
    void completion_of_a_source_that_is_not_enabled_is_ignored() {
        bench.line(10, true);
        claimed(1);
        bench.write(claim(2), 32, 10);
        bench.write(claim(1), 32, 0);
        bench.write(claim(1), 32, 128);
        bench.write(claim(1), 32, 0xFFFF_FFFFL);
        assertThat(bench.raised("supervisor", 0)).isFalse();
        bench.write(claim(1), 32, 10);
        assertThat(bench.raised("supervisor", 0)).isTrue();
    }

    @Test
    void keeps_the_bits_that_exist() {
        priority(3, -1);
        assertThat(bench.read(12, 32)).isEqualTo(7);
        bench.write(threshold(3), 32, 0xFFFF_FFF9L);
        assertThat(bench.read(threshold(3), 32)).isEqualTo(1);
        assertThat(bench.read(enable(1, 0), 32)).as("there is no source 0").isEqualTo(0xFFFF_FFFEL);
        assertThat(bench.read(enable(1, 3), 32)).isEqualTo(0xFFFF_FFFFL);
        bench.write(0, 32, 7);
        assertThat(bench.read(0, 32)).isZero();
    }

    @Test
    void case_2_has_nothing_for_sources_and_contexts_that_do_not_exist() {
        long[] nowhere = {
            4 * 128,
            0xFFC,
            0x1010,
            enable(1, 4),
            enable(4, 0),
            0x1FFFFC,
            threshold(4),
            claim(4),
            0x5FFFFC,
            threshold(1) + 8,
            6,
            0x200002
        };
        for (long offset : nowhere) {
            bench.write(offset, 32, 0xFFFF_FFFFL);
            assertThat(bench.read(offset, 32)).as("0x%x", offset).isZero();
        }
    }

    @Test
    void resets_to_silence() {
        bench.line(10, true);
        bench.reset();
        assertThat(bench.raised("supervisor", 0)).isFalse();
        assertThat(bench.read(40, 32)).isZero();
        assertThat(bench.read(enable(1, 0), 32)).isZero();
    }

    @Test
    void refuses_a_state_that_is_none_and_stays_as_it_was() {
        bench.line(10, true);
        claimed(1);
        StateTree saved = bench.save();
        StateTree context = saved.tree("context1");
        StateTree sources = saved.tree("sources");
        byte[] sourceZero = new byte[16];
        sourceZero[0] = 1;
        byte[] eight = new byte[128];
        eight[9] = 8;
        for (StateTree bad : new StateTree[] {
            StateTree.EMPTY,
            saved.with("context1", context.with("threshold", 8)),
            saved.with("context3", context.with("enabled", new byte[15])),
            saved.with("context0", context.with("enabled", sourceZero)),
            saved.with("sources", sources.with("pending", sourceZero)),
            saved.with("sources", sources.with("priorities", eight)),
            saved.with("sources", sources.with("priorities", new byte[127]))
        }) {
            assertThatThrownBy(() -> bench.load(bad)).isInstanceOf(IllegalArgumentException.class);
            assertThat(bench.save()).isEqualTo(saved);
        }
    }
}

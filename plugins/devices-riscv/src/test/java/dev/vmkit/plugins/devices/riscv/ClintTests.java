package dev.vmkit.plugins.devices.riscv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.api.StateTree;
import dev.vmkit.machine.memory.AccessFault;
import dev.vmkit.testkit.device.DeviceBench;
import org.junit.jupiter.api.Test;

/** The time counter of the workbench ticks every 100 ns. */
class ClintTests {
    private static final int MSIP = 0;
    private static final int MTIMECMP = 0x4000;
    private static final int MTIME = 0xBFF8;

    private final DeviceBench bench = Devices.bench("riscv-clint");

    @Test
    void interrupts_the_hart_whose_word_is_set_until_it_is_cleared() {
        bench.write(MSIP + 4, 32, 0xFFFF_FFFFL);
        assertThat(bench.raised("software", 1)).isTrue();
        assertThat(bench.raised("software", 0)).isFalse();
        assertThat(bench.read(MSIP + 4, 32))
                .as("the other bits are tied to zero")
                .isEqualTo(1);
        assertThat(bench.read(MSIP, 64)).isEqualTo(1L << 32);
        bench.write(MSIP + 4, 32, 0xFFFF_FFFEL);
        assertThat(bench.raised("software", 1)).isFalse();
        bench.write(MSIP, 64, 0x1_0000_0001L);
        assertThat(bench.raised("software", 0)).isTrue();
        assertThat(bench.raised("software", 1)).isTrue();
    }

    @Test
    void shows_the_time_that_harts_read() {
        bench.pass(12_345);
        assertThat(bench.read(MTIME, 64)).isEqualTo(123);
        bench.write(MTIME, 64, 5);
        assertThat(bench.read(MTIME, 32)).as("nothing but time moves it").isEqualTo(123);
        assertThat(bench.read(MTIME + 4, 32)).isZero();
    }

    @Test
    void interrupts_a_hart_from_the_nanosecond_at_which_its_time_has_come() {
        bench.write(MTIMECMP + 8, 64, 50);
        bench.pass(4_999);
        assertThat(bench.raised("timer", 1)).isFalse();
        bench.pass(1);
        assertThat(bench.raised("timer", 1)).isTrue();
        assertThat(bench.raised("timer", 0)).isFalse();
        bench.write(MTIMECMP + 8, 64, 51);
        assertThat(bench.raised("timer", 1)).isFalse();
        bench.write(MTIMECMP + 8, 64, 50);
        assertThat(bench.raised("timer", 1)).as("a time that has passed").isTrue();
    }

    @Test
    void compares_unsigned_and_never_reaches_the_reset_value() {
        assertThat(bench.read(MTIMECMP, 64)).isEqualTo(-1);
        bench.pass(1_000_000_000_000L);
        assertThat(bench.raised("timer", 0)).isFalse();
        assertThat(bench.awaitsTime()).isFalse();
        bench.write(MTIMECMP, 64, 0);
        assertThat(bench.raised("timer", 0)).isTrue();
    }

    @Test
    void takes_a_time_in_two_halves_as_32_bit_software_writes_it() {
        bench.write(MTIMECMP, 32, 0xFFFF_FFFFL);
        bench.write(MTIMECMP + 4, 32, 0);
        bench.write(MTIMECMP, 32, 30);
        assertThat(bench.read(MTIMECMP, 64)).isEqualTo(30);
        bench.pass(3_000);
        assertThat(bench.raised("timer", 0)).isTrue();
    }

    @Test
    void has_nothing_for_harts_that_do_not_exist_and_between_registers() {
        bench.write(MSIP + 8, 32, 1);
        bench.write(MTIMECMP + 16, 64, 0);
        bench.write(0xFFF8, 64, -1);
        assertThat(bench.read(MSIP + 8, 32)).isZero();
        assertThat(bench.read(MTIMECMP + 16, 64)).isZero();
        assertThat(bench.read(0xFFF8, 64)).isZero();
        bench.write(MTIMECMP + 4, 64, 0);
        assertThat(bench.read(MTIMECMP, 64)).as("a write across two registers").isEqualTo(-1);
        assertThat(bench.read(MTIMECMP + 4, 64)).isZero();
        assertThatThrownBy(() -> bench.read(MSIP, 8)).isInstanceOf(AccessFault.class);
    }

    @Test
    void resets_to_silence() {
        bench.write(MSIP, 32, 1);
        bench.write(MTIMECMP, 64, 0);
        bench.reset();
        assertThat(bench.raised("software", 0)).isFalse();
        assertThat(bench.raised("timer", 0)).isFalse();
    }

    @Test
    void refuses_a_state_of_another_machine_and_stays_as_it_was() {
        bench.write(MSIP, 32, 1);
        StateTree saved = bench.save();
        StateTree few = saved.with("software", StateTree.EMPTY.with("pending", new byte[1]));
        StateTree odd = saved.with("software", StateTree.EMPTY.with("pending", new byte[] {0, 2}));
        StateTree half = StateTree.EMPTY
                .with("software", StateTree.EMPTY.with("pending", new byte[2]))
                .with("timers", StateTree.EMPTY.with("mtimecmp0", 7));
        for (StateTree bad : new StateTree[] {StateTree.EMPTY, few, odd, half}) {
            assertThatThrownBy(() -> bench.load(bad)).isInstanceOf(IllegalArgumentException.class);
            assertThat(bench.save()).isEqualTo(saved);
        }
    }

    @Test
    void the_advanced_interruptors_are_its_halves() {
        DeviceBench software = Devices.bench("riscv-aclint-mswi");
        software.write(4, 32, 1);
        assertThat(software.raised("software", 1)).isTrue();
        DeviceBench timer = Devices.bench("riscv-aclint-mtimer");
        timer.write(8, 64, 3);
        timer.pass(300);
        assertThat(timer.read(0x7FF8, 64)).isEqualTo(3);
        assertThat(timer.raised("timer", 1)).isTrue();
    }
}

package dev.vmkit.plugins.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.api.StateTree;
import dev.vmkit.testkit.device.BenchMemory;
import dev.vmkit.testkit.device.DeviceBench;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DmaControllerTests {
    private static final int SOURCE = 0;
    private static final int TARGET = 4;
    private static final int COUNT = 8;
    private static final int CONTROL = 12;
    private static final int STATUS = 13;
    private static final int MOVE = 1;
    private static final int FILL = 3;
    private static final int SEND = 5;
    private static final int TAKE = 7;
    private static final int ENABLE = 0x10;
    private static final int BUSY = 0x80;
    private static final int DONE = 0x40;
    private static final int FAULT = 0x20;

    private final DeviceBench bench = bench();

    private static DeviceBench bench() {
        return DeviceBench.of(
                DmaControllerTests.class,
                "/dma-controller.yaml",
                Optional.of(new DmaControllerModel()),
                Map.of("byte", "1 ns"));
    }

    private void start(long source, long target, long count, int control) {
        bench.write(SOURCE, 32, source);
        bench.write(TARGET, 32, target);
        bench.write(COUNT, 32, count);
        bench.write(CONTROL, 8, control);
    }

    private byte[] ram() {
        return bench.memory().ram().bytes();
    }

    @Test
    void moves_bytes_in_blocks_while_time_passes() {
        for (int i = 0; i < 600; i++) {
            ram()[i] = (byte) i;
        }
        start(0, 0x1000, 600, MOVE | ENABLE);
        bench.pass(256);
        assertThat(bench.read(STATUS, 8)).isEqualTo(BUSY);
        assertThat(bench.read(COUNT, 32)).isEqualTo(344);
        assertThat(bench.read(SOURCE, 16)).isEqualTo(256);
        assertThat(bench.raised("irq")).isFalse();
        bench.pass(344);
        assertThat(bench.read(STATUS, 8)).isEqualTo(DONE);
        assertThat(bench.raised("irq")).isTrue();
        assertThat(bench.read(TARGET, 32)).isEqualTo(0x1258);
        for (int i = 0; i < 601; i++) {
            assertThat(ram()[0x1000 + i]).isEqualTo((byte) (i == 600 ? 0 : i));
        }
        bench.write(CONTROL, 8, ENABLE);
        assertThat(bench.raised("irq")).isFalse();
    }

    @Test
    void fills_memory_with_a_byte() {
        start(0x1AB, 0x10, 3, FILL);
        bench.pass(3);
        assertThat(bench.memory().word(0x10)).isEqualTo(0xABABABL);
        assertThat(bench.read(SOURCE, 32)).isEqualTo(0x1AB);
    }

    @Test
    void sends_bytes_to_a_device_and_takes_them_when_they_come() {
        bench.memory().number(0x20, 32, 'h' | 'i' << 8);
        start(0x20, 0, 2, SEND);
        bench.pass(2);
        assertThat(bench.shown()).isEqualTo("hi");
        bench.type("a");
        start(0, 0x30, 3, TAKE);
        bench.pass(100);
        assertThat(bench.read(STATUS, 8)).isEqualTo(BUSY);
        assertThat(bench.read(COUNT, 8)).isEqualTo(2);
        bench.type("bcd");
        bench.pass(100);
        assertThat(bench.read(STATUS, 8)).isEqualTo(DONE);
        assertThat(bench.memory().word(0x30)).isEqualTo('a' | 'b' << 8 | 'c' << 16);
        assertThat(bench.stream().unread()).isEqualTo(1);
    }

    @Test
    void tells_where_there_is_no_memory_and_changes_nothing_there() {
        start(BenchMemory.SIZE - 300, 0x40, 600, MOVE | ENABLE);
        bench.pass(1_000);
        assertThat(bench.read(STATUS, 8)).isEqualTo(FAULT);
        assertThat(bench.raised("irq")).isTrue();
        assertThat(bench.read(SOURCE, 32)).as("the block that failed").isEqualTo(BenchMemory.SIZE - 44);
        start(0, BenchMemory.ROM, 1, MOVE);
        bench.pass(1);
        assertThat(bench.read(STATUS, 8)).isEqualTo(FAULT);
        start(0xFFFF_FFFFL, 0, 2, MOVE);
        bench.pass(2);
        assertThat(bench.read(STATUS, 8)).isEqualTo(FAULT);
    }

    @Test
    void ends_when_it_is_told_to_and_after_no_byte_at_once() {
        start(0, 0x100, 1_000, MOVE);
        bench.write(CONTROL, 8, 0);
        bench.pass(10_000);
        assertThat(bench.read(COUNT, 32)).isEqualTo(1_000);
        assertThat(bench.read(STATUS, 8)).isZero();
        start(0, 0x100, 0, MOVE);
        bench.pass(0);
        assertThat(bench.read(STATUS, 8)).isEqualTo(DONE);
    }

    @Test
    void a_saved_one_goes_on_and_a_broken_state_is_refused() {
        ram()[299] = 7;
        start(0, 0x1000, 300, MOVE);
        bench.pass(256);
        StateTree half = bench.save();
        DeviceBench other = bench();
        other.memory().ram().bytes()[299] = 7;
        other.takeOver(bench);
        other.pass(44);
        assertThat(other.read(STATUS, 8)).isEqualTo(DONE);
        assertThat(other.memory().ram().bytes()[0x1000 + 299]).isEqualTo((byte) 7);
        assertThatThrownBy(() -> bench.load(half.with("registers", new byte[3])))
                .isInstanceOf(IllegalArgumentException.class);
        byte[] wrong = half.bytes("registers");
        wrong[STATUS] = 1;
        assertThatThrownBy(() -> bench.load(half.with("registers", wrong)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(bench.save()).isEqualTo(half);
    }
}

package dev.vmkit.plugins.devices.riscv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.machine.memory.AccessFault;
import dev.vmkit.testkit.device.DeviceBench;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every device of this plugin, under a guest that does whatever it can: a value of the right width or a fault. Cases are
 * those of the escape suite (design, layers.md, section 5).
 */
class HostileGuestTests {
    private static final int[] WIDTHS = {8, 16, 32, 64};

    @ParameterizedTest
    @MethodSource("dev.vmkit.plugins.devices.riscv.Devices#all")
    void case_3_survives_any_order_of_accesses_interrupts_resets_and_time(String device) {
        DeviceBench bench = Devices.bench(device);
        Random random = new Random(device.hashCode());
        for (int i = 0; i < 30_000; i++) {
            act(bench, device, random);
        }
        bench.load(bench.save());
    }

    @ParameterizedTest
    @MethodSource("dev.vmkit.plugins.devices.riscv.Devices#all")
    void case_4_answers_every_width_at_every_alignment_around_every_edge(String device) {
        DeviceBench bench = Devices.bench(device);
        long[] edges = {0, 0x1000, 0x2000, 0x4000, 0x8000, 0xC000, 0x10000, 0x1FFFFC, 0x200000, 0x204000, bench.size()};
        for (long edge : edges) {
            for (int width : WIDTHS) {
                LongStream.rangeClosed(edge - 20, edge + 20).forEach(offset -> access(bench, offset, width, -1));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.vmkit.plugins.devices.riscv.Devices#all")
    void case_4_lets_nobody_reach_beyond_its_end(String device) {
        DeviceBench bench = Devices.bench(device);
        for (int width : WIDTHS) {
            for (long offset :
                    new long[] {bench.size() - width / 8 + 1, bench.size(), -1, Long.MAX_VALUE, Long.MIN_VALUE}) {
                assertThatThrownBy(() -> bench.read(offset, width)).isInstanceOf(AccessFault.class);
                assertThatThrownBy(() -> bench.write(offset, width, -1)).isInstanceOf(AccessFault.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.vmkit.plugins.devices.riscv.Devices#all")
    void sees_no_difference_after_a_save_and_load_at_any_point(String device) {
        for (int seed = 1; seed <= 20; seed++) {
            DeviceBench bench = Devices.bench(device);
            Random before = new Random(seed);
            for (int i = 0; i < 50 * seed; i++) {
                act(bench, device, before);
            }
            DeviceBench copy = Devices.bench(device);
            copy.takeOver(bench);
            Random left = new Random(-seed);
            Random right = new Random(-seed);
            for (int i = 0; i < 300; i++) {
                assertThat(act(copy, device, right)).isEqualTo(act(bench, device, left));
            }
            assertThat(copy.save()).isEqualTo(bench.save());
        }
    }

    @Test
    void a_storm_of_timers_takes_no_more_than_one_event_a_hart() {
        DeviceBench bench = Devices.bench("riscv-clint");
        for (int i = 1; i <= 100_000; i++) {
            bench.write(0x4000, 64, i);
        }
        bench.pass(1_000_000);
        assertThat(bench.raised("timer", 0)).isFalse();
        bench.pass(100_000_000);
        assertThat(bench.raised("timer", 0)).isTrue();
        assertThat(bench.awaitsTime()).isFalse();
    }

    private static String act(DeviceBench bench, String device, Random random) {
        int width = WIDTHS[random.nextInt(4)];
        return switch (random.nextInt(8)) {
            case 0 -> pass(bench, random.nextInt(100_000));
            case 1 -> device.equals("riscv-plic") ? line(bench, random) : "";
            case 2 -> random.nextInt(50) == 0 ? reset(bench) : "";
            default -> access(bench, offset(bench, random), width, random.nextLong() >>> random.nextInt(64));
        };
    }

    /** Most often where registers are. */
    private static long offset(DeviceBench bench, Random random) {
        long[] places = {0, 0x1000, 0x2000, 0x4000, 0xBFF0, 0x200000, 0x201000, 0x203000};
        return switch (random.nextInt(10)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextLong(bench.size() + 8);
            default -> places[random.nextInt(places.length)] + random.nextInt(32);
        };
    }

    private static String pass(DeviceBench bench, long nanos) {
        bench.pass(nanos);
        return "";
    }

    private static String line(DeviceBench bench, Random random) {
        bench.line(random.nextInt(1, 128), random.nextBoolean());
        return "";
    }

    private static String reset(DeviceBench bench) {
        bench.reset();
        return "";
    }

    /** Writes and reads; what was read, or the fault. */
    private static String access(DeviceBench bench, long offset, int width, long value) {
        try {
            bench.write(offset, width, value);
            long read = bench.read(offset, width);
            assertThat(read & ~(-1L >>> (64 - width))).isZero();
            return Long.toHexString(read);
        } catch (AccessFault fault) {
            return "fault";
        }
    }
}

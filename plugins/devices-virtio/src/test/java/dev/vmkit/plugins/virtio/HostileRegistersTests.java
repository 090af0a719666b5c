package dev.vmkit.plugins.virtio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.vmkit.api.StateTree;
import dev.vmkit.machine.memory.AccessFault;
import dev.vmkit.testkit.device.DeviceBench;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A guest that does whatever it can with the registers of every virtio device: the cases 2 to 5 of the escape suite
 * (design, layers.md, section 5).
 */
class HostileRegistersTests {
    private static final int[] REGISTERS = {
        0x010, 0x014, 0x020, 0x024, 0x030, 0x034, 0x038, 0x044, 0x050, 0x060, 0x064, 0x070, 0x080, 0x084, 0x090, 0x094,
        0x0A0, 0x0A4, 0x0AC, 0x0B0, 0x0C0, 0x0FC, 0x100, 0x104, 0x108, 0x120
    };

    @ParameterizedTest
    @ValueSource(strings = {"virtio-block", "virtio-console", "virtio-entropy", "virtio-net"})
    void case_3_finds_no_order_of_accesses_that_breaks_the_device(String device) {
        for (int seed = 0; seed < 40; seed++) {
            DeviceBench bench = Benches.any(device);
            Random random = new Random(seed);
            for (int i = 0; i < 3_000; i++) {
                act(bench, random);
            }
            worksAgain(bench);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"virtio-block", "virtio-console", "virtio-entropy", "virtio-net"})
    void sees_no_difference_after_a_save_and_load_at_any_point(String device) {
        for (int seed = 1; seed <= 20; seed++) {
            DeviceBench bench = Benches.any(device);
            Random before = new Random(seed);
            for (int i = 0; i < 50 * seed; i++) {
                act(bench, before);
            }
            DeviceBench copy = Benches.any(device);
            copy.takeOver(bench);
            assertThat(copy.save()).isEqualTo(bench.save());
            for (int register : REGISTERS) {
                assertThat(copy.read(register, 32)).isEqualTo(bench.read(register, 32));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"virtio-block", "virtio-console", "virtio-entropy", "virtio-net"})
    void case_4_answers_every_width_at_every_offset_up_to_its_end_and_not_beyond(String device) {
        DeviceBench bench = Benches.any(device);
        for (int width = 8; width <= 64; width *= 2) {
            for (long offset = 0; offset < bench.size() + 8; offset++) {
                assertThat(answers(bench, offset, width)).isEqualTo(offset + width / 8 <= bench.size());
            }
        }
    }

    private static boolean answers(DeviceBench bench, long offset, int width) {
        try {
            bench.write(offset, width, -1);
            return (bench.read(offset, width) & ~(-1L >>> (64 - width))) == 0;
        } catch (AccessFault outside) {
            return false;
        }
    }

    private static void act(DeviceBench bench, Random random) {
        int width = random.nextInt(8) == 0 ? 8 << random.nextInt(4) : 32;
        long offset = random.nextInt(8) == 0 ? random.nextInt(0x1010) : REGISTERS[random.nextInt(REGISTERS.length)];
        try {
            switch (random.nextInt(6)) {
                case 0 -> bench.read(offset, width);
                case 1 -> bench.offer(random.nextInt(256));
                case 2 -> bench.pass(random.nextInt(20_000));
                default -> bench.write(offset, width, value(random));
            }
        } catch (AccessFault outside) {
            assertThat(offset).isGreaterThan(0x1000 - 8);
        }
    }

    private static long value(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextLong();
            case 1 -> -1;
            case 2 -> 0x0F;
            case 3 -> random.nextInt(1 << 20) & ~0xF;
            default -> 1L << random.nextInt(33);
        };
    }

    /** After a reset nothing of what was before counts. */
    private static void worksAgain(DeviceBench bench) {
        GuestDriver driver = new GuestDriver(bench).start(GuestDriver.VERSION_1, 1, 8);
        assertThat(driver.status()).isEqualTo(0xF);
        assertThat(driver.get(GuestDriver.QUEUE_READY)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"virtio-block", "virtio-console", "virtio-entropy", "virtio-net"})
    void case_4_ignores_every_access_of_a_register_that_is_misaligned_or_not_of_32_bits(String device) {
        DeviceBench bench = Benches.any(device);
        new GuestDriver(bench).start(GuestDriver.VERSION_1, 1, 8);
        StateTree before = bench.save();
        for (int width = 8; width <= 64; width *= 2) {
            for (int offset = 0; offset < GuestDriver.CONFIGURATION; offset++) {
                if (width != 32 || offset % 4 != 0) {
                    bench.write(offset, width, width == 64 ? -1 : (1L << width) - 1);
                    assertThat(bench.read(offset, width)).isZero();
                }
            }
        }
        assertThat(bench.save()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"virtio-block", "virtio-console", "virtio-entropy", "virtio-net"})
    void case_4_reads_the_configuration_space_in_any_width_at_any_offset(String device) {
        DeviceBench bench = Benches.any(device);
        StateTree before = bench.save();
        for (int width = 8; width <= 64; width *= 2) {
            for (int offset = GuestDriver.CONFIGURATION; offset <= bench.size() - width / 8; offset++) {
                long bytes = 0;
                for (int i = 0; i < width / 8; i++) {
                    bytes |= bench.read(offset + i, 8) << 8 * i;
                }
                bench.write(offset, width, 0);
                assertThat(bench.read(offset, width)).isEqualTo(bytes);
            }
        }
        assertThat(bench.save()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 16, 32, 64})
    void case_4_is_not_there_for_accesses_that_cross_its_end(int width) {
        DeviceBench bench = Benches.any("virtio-block");
        for (long offset = bench.size() - width / 8 + 1; offset < bench.size() + 16; offset++) {
            long at = offset;
            assertThatExceptionOfType(AccessFault.class).isThrownBy(() -> bench.read(at, width));
            assertThatExceptionOfType(AccessFault.class).isThrownBy(() -> bench.write(at, width, 0));
        }
    }

    @Test
    void case_2_selects_queues_and_features_that_do_not_exist() {
        DeviceBench bench = Benches.entropy(1);
        GuestDriver driver = new GuestDriver(bench).start(GuestDriver.VERSION_1, 1, 8);
        for (long number : new long[] {1, 2, 0x7FFF_FFFF, 0x8000_0000L, 0xFFFF_FFFFL}) {
            driver.set(GuestDriver.QUEUE_NOTIFY, number);
            driver.set(GuestDriver.QUEUE_SEL, number);
            driver.set(GuestDriver.QUEUE_NUM, 8);
            driver.set(GuestDriver.QUEUE_READY, 1);
            assertThat(driver.get(GuestDriver.QUEUE_READY)).isZero();
            driver.set(GuestDriver.DEVICE_FEATURES_SEL, number);
            driver.set(GuestDriver.DRIVER_FEATURES_SEL, number);
            driver.set(GuestDriver.DRIVER_FEATURES, -1);
        }
        assertThat(driver.needsReset()).isFalse();
    }

    @Test
    void case_5_changes_nothing_by_writing_what_is_read_only_and_reads_nothing_that_is_write_only() {
        DeviceBench bench = Benches.entropy(1);
        GuestDriver driver = new GuestDriver(bench);
        for (int register : new int[] {0x000, 0x004, 0x008, 0x00C, 0x010, 0x034, 0x060, 0x0B0, 0x0FC}) {
            long before = driver.get(register);
            driver.set(register, ~before);
            assertThat(driver.get(register)).isEqualTo(before);
        }
        for (int register : new int[] {0x014, 0x020, 0x024, 0x030, 0x038, 0x050, 0x064, 0x080, 0x090, 0x0A4}) {
            driver.set(register, 0x5555);
            assertThat(driver.get(register)).isZero();
        }
    }

    @Test
    void does_not_move_rings_that_are_in_use() {
        DeviceBench bench = Benches.entropy(1);
        GuestDriver driver = new GuestDriver(bench).start(GuestDriver.VERSION_1, 1, 8);
        driver.describe(0, 4, 0, 0, 0);
        Ring ring = driver.ring(0);
        ring.send(new Request().writes(8));
        assertThat(ring.written()).isEqualTo(8);
    }
}

package dev.vmkit.plugins.pdp11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vmkit.api.BlockStore;
import dev.vmkit.testkit.device.DeviceBench;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The disk controller (RK11-D manual, section 3). */
class Rk11Tests {
    private static final int STATUS = 0;
    private static final int ERRORS = 2;
    private static final int CONTROL = 4;
    private static final int WORDS = 6;
    private static final int ADDRESS = 8;
    private static final int PLACE = 10;
    private static final int READY = 0x80;
    private static final int ENABLE = 0x40;
    private static final int WRITE = 3;
    private static final int READ = 5;
    private static final int COMPARE = 7;
    private static final long MS = 1_000_000;

    private final Disk image = new Disk(new byte[4872 * 512]);
    private final DeviceBench disk = bench(image);

    private record Disk(byte[] bytes) implements BlockStore {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public void read(long position, byte[] target, int from, int length) {
            System.arraycopy(bytes, (int) position, target, from, length);
        }

        @Override
        public void write(long position, byte[] source, int from, int length) {
            System.arraycopy(source, from, bytes, (int) position, length);
        }

        @Override
        public void flush() {}
    }

    private DeviceBench bench(Disk image) {
        return DeviceBench.of(getClass(), "/rk11.yaml", Optional.of(new Rk11Model()), Map.of(), Map.of("image", image));
    }

    private void order(int function, int place, int address, int words) {
        disk.write(PLACE, 16, place);
        disk.write(ADDRESS, 16, address);
        disk.write(WORDS, 16, -words & 0xFFFF);
        disk.write(CONTROL, 16, function);
    }

    private long after(int register) {
        disk.pass(MS);
        return disk.read(register, 16);
    }

    @Test
    void a_larger_disk_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> bench(new Disk(new byte[4872 * 512 + 1])))
                .withMessageContaining("the image has 2,494,465 bytes, an RK05 no more than 2,494,464");
    }

    @Test
    void words_are_read_from_the_disk_when_the_time_has_come() {
        Arrays.fill(image.bytes, 13 * 512, 14 * 512, (byte) 7);
        order(READ | ENABLE, 1 << 4 | 1, 0x1000, 256);
        assertThat(disk.read(CONTROL, 16) & READY).isZero();
        assertThat(disk.raised("done")).isFalse();
        assertThat(after(CONTROL)).isEqualTo(READY | ENABLE | READ - 1);
        assertThat(disk.raised("done")).isTrue();
        assertThat(disk.memory().number(0x11FE, 16)).isEqualTo(0x0707);
        assertThat(disk.read(WORDS, 16)).isZero();
        assertThat(disk.read(ADDRESS, 16)).isEqualTo(0x1200);
        assertThat(disk.read(PLACE, 16)).isEqualTo(1 << 4 | 2);
    }

    @Test
    void words_are_written_and_the_rest_of_the_sector_becomes_zero() {
        Arrays.fill(image.bytes, 0, 1024, (byte) 9);
        disk.memory().word(0x1000, 0x1234);
        order(WRITE, 0, 0x1000, 1);
        assertThat(after(ERRORS)).isZero();
        assertThat(image.bytes).startsWith(0x34, 0x12, 0, 0);
        assertThat(image.bytes[511]).isZero();
        assertThat(image.bytes[512]).isEqualTo((byte) 9);
        order(COMPARE, 0, 0x1000, 1);
        assertThat(after(ERRORS)).isZero();
        disk.memory().word(0x1000, 0x1235);
        order(COMPARE, 0, 0x1000, 1);
        assertThat(after(ERRORS)).isEqualTo(1);
    }

    @Test
    void mistakes_are_told() {
        order(READ, 12, 0, 1);
        assertThat(after(ERRORS)).as("no such sector").isEqualTo(0x20);
        assertThat(disk.read(CONTROL, 16) & 0xC000).isEqualTo(0xC000);
        disk.write(CONTROL, 16, 1);
        assertThat(disk.read(ERRORS, 16)).as("after a reset").isZero();
        order(READ, 203 << 5, 0, 1);
        assertThat(after(ERRORS)).as("no such cylinder").isEqualTo(0x40);
        disk.write(CONTROL, 16, 1);
        order(READ, 1 << 13, 0, 1);
        assertThat(after(ERRORS)).as("no such drive").isEqualTo(0x80);
        assertThat(disk.read(STATUS, 16)).isZero();
        disk.write(CONTROL, 16, 1);
        order(READ, 202 << 5 | 1 << 4 | 11, 0, 257);
        assertThat(after(ERRORS)).as("beyond the end").isEqualTo(0x4000);
    }

    @Test
    void what_is_at_work_is_not_changed_by_what_is_written_meanwhile() {
        Arrays.fill(image.bytes, 0, 512, (byte) 5);
        order(READ, 0, 0x1000, 1);
        disk.write(CONTROL, 16, WRITE | ENABLE);
        assertThat(after(CONTROL)).isEqualTo(READY | ENABLE | READ - 1);
        assertThat(disk.raised("done")).isTrue();
        assertThat(disk.memory().number(0x1000, 16)).isEqualTo(0x0505);
        assertThat(image.bytes).startsWith(5, 5);
    }

    @Test
    void a_protected_drive_is_not_written() {
        order(15, 0, 0, 1);
        disk.pass(MS);
        order(WRITE, 0, 0, 1);
        assertThat(after(ERRORS)).isEqualTo(0x2000);
        assertThat(disk.read(STATUS, 16) & 0x20).isEqualTo(0x20);
    }

    @Test
    void a_controller_that_was_saved_goes_on() {
        Arrays.fill(image.bytes, 0, 512, (byte) 5);
        order(READ, 0, 0x1000, 2);
        DeviceBench other = bench(image);
        other.load(disk.save());
        other.pass(MS);
        assertThat(other.memory().number(0x1002, 16)).isEqualTo(0x0505);
        assertThat(other.read(CONTROL, 16) & READY).isEqualTo(READY);
    }
}

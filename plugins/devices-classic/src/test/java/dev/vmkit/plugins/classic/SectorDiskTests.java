package dev.vmkit.plugins.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.api.BlockStore;
import dev.vmkit.api.StateTree;
import dev.vmkit.testkit.device.DeviceBench;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SectorDiskTests {
    private static final int LOW = 0;
    private static final int HIGH = 1;
    private static final int COMMAND = 2;
    private static final int STATUS = 3;
    private static final int DATA = 4;
    private static final int SECTORS = 300;

    private final Bytes store = new Bytes();
    private final DeviceBench bench = bench(store);

    private static DeviceBench bench(Bytes store) {
        return DeviceBench.of(
                SectorDiskTests.class,
                "/sector-disk.yaml",
                Optional.of(new SectorDiskModel()),
                Map.of(),
                Map.of("image", store));
    }

    /** A disk in memory. */
    private static final class Bytes implements BlockStore {
        byte[] bytes = new byte[SECTORS * 128];
        boolean writable = true;
        boolean broken;

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public boolean writable() {
            return writable;
        }

        private void tried() throws IOException {
            if (broken) {
                throw new IOException("broken");
            }
        }

        @Override
        public void read(long position, byte[] target, int from, int length) throws IOException {
            tried();
            System.arraycopy(bytes, (int) position, target, from, length);
        }

        @Override
        public void write(long position, byte[] source, int from, int length) throws IOException {
            tried();
            System.arraycopy(source, from, bytes, (int) position, length);
        }

        @Override
        public void flush() {}
    }

    private void begin(int sector, int command) {
        bench.write(LOW, 8, sector & 0xFF);
        bench.write(HIGH, 8, sector >> 8);
        bench.write(COMMAND, 8, command);
    }

    @Test
    void a_disk_has_whole_sectors_that_can_be_numbered() {
        Bytes other = new Bytes();
        for (int size : new int[] {129, (128 << 16) + 128}) {
            other.bytes = new byte[size];
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> bench(other))
                    .withMessageContaining("and not up to 65,536 whole sectors of 128");
        }
    }

    @Test
    void the_bytes_of_a_sector_are_read_one_after_the_other() {
        store.bytes[257 * 128] = 7;
        store.bytes[257 * 128 + 127] = 9;
        begin(257, 1);
        assertThat(bench.read(STATUS, 8)).isEqualTo(0x80);
        assertThat(bench.read(DATA, 8)).isEqualTo(7);
        for (int i = 1; i < 127; i++) {
            assertThat(bench.read(DATA, 8)).isZero();
        }
        assertThat(bench.read(DATA, 8)).isEqualTo(9);
        assertThat(bench.read(STATUS, 8)).isZero();
        assertThat(bench.read(DATA, 8)).isEqualTo(0xFF);
    }

    @Test
    void a_sector_is_written_when_its_last_byte_has_come() {
        begin(2, 2);
        for (int i = 0; i < 127; i++) {
            bench.write(DATA, 8, i);
        }
        assertThat(store.bytes[257]).isZero();
        bench.write(DATA, 8, 0xAA);
        assertThat(store.bytes[256 + 5]).isEqualTo((byte) 5);
        assertThat(store.bytes[256 + 127]).isEqualTo((byte) 0xAA);
        assertThat(bench.read(STATUS, 8)).isZero();
        bench.write(DATA, 8, 0x55);
        assertThat(store.bytes[3 * 128]).isZero();
    }

    @Test
    void the_status_tells_why_nothing_happens() {
        begin(SECTORS, 1);
        assertThat(bench.read(STATUS, 8)).isEqualTo(1);
        begin(0xFFFF, 2);
        assertThat(bench.read(STATUS, 8)).isEqualTo(1);
        store.writable = false;
        begin(0, 2);
        assertThat(bench.read(STATUS, 8)).isEqualTo(2);
        store.broken = true;
        begin(0, 1);
        assertThat(bench.read(STATUS, 8)).isEqualTo(4);
        begin(0, 3);
        assertThat(bench.read(DATA, 8)).isEqualTo(0xFF);
    }

    @Test
    void a_saved_disk_goes_on_in_the_middle_of_a_sector() {
        store.bytes[129] = 33;
        begin(1, 1);
        bench.read(DATA, 8);
        StateTree saved = bench.save();
        DeviceBench other = bench(store);
        other.load(saved);
        assertThat(other.save()).isEqualTo(saved);
        assertThat(other.read(DATA, 8)).isEqualTo(33);
    }

    @Test
    void a_saved_state_from_elsewhere_is_checked() {
        StateTree saved = bench.save();
        assertThatThrownBy(() -> bench.load(changed(saved, "done", 128L))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bench.load(changed(saved, "buffer", new byte[3])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> bench.load(changed(saved, "command", 3L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(bench.save()).isEqualTo(saved);
    }

    private static StateTree changed(StateTree saved, String name, Object value) {
        Map<String, Object> values = new java.util.LinkedHashMap<>(saved.values());
        values.put(name, value);
        return StateTree.of(values);
    }
}

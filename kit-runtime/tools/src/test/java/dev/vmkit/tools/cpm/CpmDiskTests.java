package dev.vmkit.tools.cpm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Disks in the format of CP/M 2.2. */
class CpmDiskTests {
    private static final int BLOCK = 2048;
    private static final int SYSTEM = 4096;

    private final CpmDisk disk = new CpmDisk();

    /** The directory and what follows it. */
    private byte[] blocks() {
        byte[] bytes = disk.bytes();
        return Arrays.copyOfRange(bytes, SYSTEM, bytes.length);
    }

    private static byte[] ones(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 1);
        return bytes;
    }

    @Test
    void an_empty_disk_has_1_MiB_and_free_entries_only() {
        assertThat(disk.bytes()).hasSize(1 << 20).containsOnly(0xE5);
    }

    @Test
    void an_entry_names_the_file_its_records_and_its_blocks() {
        disk.add(CpmName.of("letter.txt"), "Dear Ada".getBytes(StandardCharsets.US_ASCII));
        byte[] entry = Arrays.copyOf(blocks(), 32);
        assertThat(new String(entry, 1, 11, StandardCharsets.US_ASCII)).isEqualTo("LETTER  TXT");
        assertThat(entry[12]).isZero();
        assertThat(entry[15]).isEqualTo((byte) 1);
        assertThat(Arrays.copyOfRange(entry, 16, 20)).containsExactly(2, 0, 0, 0);
        assertThat(new String(blocks(), 2 * BLOCK, 10, StandardCharsets.US_ASCII))
                .isEqualTo("Dear Ada\u001A\u001A");
    }

    @Test
    void every_16_KiB_of_a_file_have_an_entry() {
        disk.add(CpmName.of("BIG.DAT"), ones(16_384 + 129));
        byte[] bytes = blocks();
        assertThat(bytes[15]).isEqualTo((byte) 128);
        assertThat(bytes[32 + 12]).isEqualTo((byte) 1);
        assertThat(bytes[32 + 15]).isEqualTo((byte) 2);
        assertThat(bytes[32 + 16]).isEqualTo((byte) 10);
        assertThat(bytes[64]).isEqualTo((byte) 0xE5);
    }

    @Test
    void an_empty_file_has_an_entry_and_no_block() {
        disk.add(CpmName.of("NOTHING"), new byte[0]);
        assertThat(Arrays.copyOfRange(blocks(), 12, 32)).containsOnly(0);
    }

    @Test
    void what_does_not_fit_is_refused() {
        disk.add(CpmName.of("A"), ones(CpmDisk.MOST_BYTES));
        assertThatThrownBy(() -> disk.add(CpmName.of("a"), ones(1))).hasMessageContaining("two files called A");
        assertThatThrownBy(() -> disk.add(CpmName.of("B"), ones(CpmDisk.MOST_BYTES + 1)))
                .hasMessageContaining("at most 524288");
        assertThatThrownBy(() -> disk.add(CpmName.of("B"), ones(CpmDisk.MOST_BYTES)))
                .hasMessageContaining("no room for B");
    }

    @Test
    void there_are_as_many_files_as_entries() {
        for (int i = 0; i < 128; i++) {
            disk.add(CpmName.of("F" + i), new byte[0]);
        }
        assertThatThrownBy(() -> disk.add(CpmName.of("ONE.TOO"), new byte[0])).hasMessageContaining("no room");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".com", "longername.c", "a.html", "a b.c", "a*.c", "\u00e9.txt", "a.b.c"})
    void names_are_of_eight_letters_and_three(String name) {
        assertThatThrownBy(() -> CpmName.of(name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no name of a CP/M file");
    }
}

package dev.vmkit.layers.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vmkit.api.Image;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Lc3ToolsLoaderTests {
    private static final Lc3ToolsLoader LOADER = new Lc3ToolsLoader();

    /** A file of entries. */
    static byte[] file(byte[]... entries) {
        ByteBuffer file = ByteBuffer.allocate(1 << 12).put(new byte[] {0x1C, 0x30, 0x15, (byte) 0xC0, 1, 1, 1});
        for (byte[] entry : entries) {
            file.put(entry);
        }
        return Arrays.copyOf(file.array(), file.position());
    }

    private static byte[] entry(int word, boolean origin, String line) {
        byte[] text = line.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(7 + text.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) word)
                .put((byte) (origin ? 1 : 0))
                .putInt(text.length)
                .put(text)
                .array();
    }

    @Test
    void reads_the_words_of_each_block_and_starts_at_the_first() {
        Image image = LOADER.load(
                "a.obj",
                file(
                        entry(0x4000, true, ".ORIG x4000"),
                        entry(0xF025, false, "HALT"),
                        entry(0x3000, true, ""),
                        entry(1, false, ""),
                        entry(0xFFFE, false, "")));
        assertThat(image.entry()).hasValue(0x4000);
        assertThat(image.segments()).extracting(Image.Segment::address).containsExactly(0x3000L, 0x4000L);
        assertThat(image.segments().getFirst().bytes()).containsExactly(0, 1, 0xFF, 0xFE);
    }

    @Test
    void refuses_what_is_cut_off_or_lies_nowhere() {
        byte[] word = entry(1, false, "ADD");
        refuses(new byte[20], "does not begin as");
        refuses(file(), "no word");
        refuses(file(entry(0x3000, true, "")), "no word");
        refuses(file(word), "the word at byte 7 comes before an address");
        refuses(file(entry(0x3000, true, ""), Arrays.copyOf(word, 6)), "ends within the entry at byte 14");
        refuses(file(entry(0x3000, true, ""), Arrays.copyOf(word, 9)), "the line of the entry at byte 14");
        refuses(file(entry(0xFFFF, true, ""), word, word), "past the last address");
        refuses(file(entry(0x3000, true, ""), word, entry(0x3000, true, ""), word), "overlap");
    }

    @Test
    void takes_a_file_of_another_version_for_no_other_format() {
        byte[] other = file(entry(0x3000, true, ""), entry(1, false, "ADD"));
        other[5] = 2;
        for (byte[] content : new byte[][] {other, Arrays.copyOf(other, 6)}) {
            assertThat(LOADER.recognises("a.obj", content)).isTrue();
            refuses(content, "another version of LC3Tools");
        }
    }

    private static void refuses(byte[] content, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LOADER.load("a.obj", content))
                .withMessageContaining(message);
    }
}

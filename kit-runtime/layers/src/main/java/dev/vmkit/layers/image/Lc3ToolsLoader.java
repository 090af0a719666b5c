package dev.vmkit.layers.image;

import dev.vmkit.api.Image;
import dev.vmkit.api.ImageLoader;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * An object file of LC3Tools, the textbook's present assembler: a magic number, then an entry for each word, with the line of the
 * source it came from. An entry that is marked is no word but the address of those behind it. Execution starts at the first of
 * these addresses (LC3Tools 2, {@code mem.cpp} and {@code event.cpp}).
 */
final class Lc3ToolsLoader implements ImageLoader {
    private static final byte[] MAGIC = {0x1C, 0x30, 0x15, (byte) 0xC0, 0x01};

    private static final byte[] VERSION = {1, 1};

    /** A word, whether it is an address, and the length of the line. */
    private static final int ENTRY = 2 + 1 + 4;

    private static final int WORDS = 1 << 16;

    @Override
    public String format() {
        return "lc3tools-object";
    }

    @Override
    public boolean recognises(String fileName, byte[] content) {
        return ImageFormats.endsWith(fileName, ".obj") && begins(content);
    }

    private static boolean begins(byte[] content) {
        return content.length >= MAGIC.length && Arrays.equals(content, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    @Override
    public Image load(String fileName, byte[] content) {
        int start = MAGIC.length + VERSION.length;
        if (!begins(content)) {
            throw new IllegalArgumentException("it does not begin as an object file of LC3Tools does");
        } else if (content.length < start || !Arrays.equals(content, MAGIC.length, start, VERSION, 0, VERSION.length)) {
            throw new IllegalArgumentException("it is of another version of LC3Tools than 2");
        }
        ByteBuffer entries =
                ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).position(start);
        List<Block> blocks = new ArrayList<>();
        while (entries.hasRemaining()) {
            read(entries, blocks);
        }
        List<Image.Segment> segments =
                blocks.stream().filter(Block::hasWords).map(Block::segment).toList();
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("the file has no word, so there is nothing to load");
        }
        return new Image("", Segments.sortedApart(segments), OptionalLong.of(blocks.getFirst().origin), Map.of());
    }

    private static void read(ByteBuffer entries, List<Block> blocks) {
        int at = entries.position();
        if (entries.remaining() < ENTRY) {
            throw new IllegalArgumentException("it ends within the entry at byte " + at);
        }
        int word = entries.getShort() & 0xFFFF;
        boolean origin = entries.get() != 0;
        int line = entries.getInt();
        if (line < 0 || line > entries.remaining()) {
            throw new IllegalArgumentException(
                    "the line of the entry at byte " + at + " goes past the end of the file");
        }
        entries.position(entries.position() + line);
        if (origin) {
            blocks.add(new Block(word));
        } else if (blocks.isEmpty()) {
            throw new IllegalArgumentException("the word at byte " + at + " comes before an address");
        } else {
            blocks.getLast().add(word);
        }
    }

    /** Words from an address on. */
    private static final class Block {
        private final int origin;
        private final ByteArrayOutputStream words = new ByteArrayOutputStream();

        Block(int origin) {
            this.origin = origin;
        }

        void add(int word) {
            if (origin + words.size() / 2 >= WORDS) {
                throw new IllegalArgumentException(
                        "the words from 0x%04X on go past the last address 0xFFFF".formatted(origin));
            }
            words.write(word >> 8);
            words.write(word);
        }

        boolean hasWords() {
            return words.size() > 0;
        }

        Image.Segment segment() {
            return new Image.Segment("", origin, words.toByteArray(), words.size());
        }
    }
}

package dev.vmkit.layers.image;

import dev.vmkit.api.Image;
import dev.vmkit.api.ImageLoader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * An LC-3 object file: 16-bit big-endian words, the first of which is the address of the second. Execution starts there
 * (Patt &amp; Patel, the {@code lc3as} tool).
 */
final class Lc3ObjectLoader implements ImageLoader {
    private static final int WORDS = 1 << 16;

    @Override
    public String format() {
        return "lc3-object";
    }

    @Override
    public boolean recognises(String fileName, byte[] content) {
        return ImageFormats.endsWith(fileName, ".obj");
    }

    @Override
    public Image load(String fileName, byte[] content) {
        if (content.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "the file has " + content.length + " bytes, an LC-3 object file consists of 16-bit words");
        }
        if (content.length < 4) {
            throw new IllegalArgumentException("the file has no word after its origin, so there is nothing to load");
        }
        int origin = (content[0] & 0xFF) << 8 | content[1] & 0xFF;
        int words = content.length / 2 - 1;
        if (origin + words > WORDS) {
            throw new IllegalArgumentException(
                    "%d words from 0x%04X on go past the last address 0xFFFF".formatted(words, origin));
        }
        byte[] bytes = Arrays.copyOfRange(content, 2, content.length);
        Image.Segment segment = new Image.Segment("", origin, bytes, bytes.length);
        return new Image("", List.of(segment), OptionalLong.of(origin), Map.of());
    }
}

package dev.vmkit.layers.image;

import dev.vmkit.api.Image;
import dev.vmkit.api.ImageLoader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A program for the Hack computer: a line of sixteen binary digits for each word, from address 0 on (The Elements of Computing Systems, section 6.2.1). */
final class HackTextLoader implements ImageLoader {
    private static final int WORDS = 1 << 15;
    private static final int SHOWN = 20;

    @Override
    public String format() {
        return "hack-text";
    }

    @Override
    public boolean recognises(String fileName, byte[] content) {
        return ImageFormats.endsWith(fileName, ".hack");
    }

    @Override
    public Image load(String fileName, byte[] content) {
        List<String> lines = new String(content, StandardCharsets.ISO_8859_1)
                .stripTrailing()
                .lines()
                .toList();
        if (lines.size() > WORDS) {
            throw new IllegalArgumentException(lines.size() + " lines; a program has at most " + WORDS + " words");
        }
        byte[] bytes = new byte[2 * lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            int word = word(lines.get(i).strip(), i + 1);
            bytes[2 * i] = (byte) word; // memory has the low byte first
            bytes[2 * i + 1] = (byte) (word >> 8);
        }
        Image.Segment segment = new Image.Segment("", 0, bytes, bytes.length);
        return new Image("", List.of(segment), OptionalLong.of(0), Map.of());
    }

    private static int word(String line, int number) {
        if (!line.matches("[01]{16}")) {
            String shown = line.length() > SHOWN ? line.substring(0, SHOWN) + "..." : line;
            throw new IllegalArgumentException("line " + number + ": '" + shown + "' is not sixteen binary digits");
        }
        return Integer.parseInt(line, 2);
    }
}

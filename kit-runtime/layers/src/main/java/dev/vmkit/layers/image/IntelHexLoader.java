package dev.vmkit.layers.image;

import dev.vmkit.api.Image;
import dev.vmkit.api.ImageLoader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Bytes as lines of hexadecimal digits with checksums (Intel, Hexadecimal Object File Format Specification, 1988). */
final class IntelHexLoader implements ImageLoader {
    @Override
    public String format() {
        return "intel-hex";
    }

    @Override
    public boolean recognises(String fileName, byte[] content) {
        return ImageFormats.endsWith(fileName, ".hex", ".ihx", ".ihex");
    }

    @Override
    public Image load(String fileName, byte[] content) {
        List<String> lines =
                new String(content, StandardCharsets.ISO_8859_1).lines().toList();
        IntelHexFile file = new IntelHexFile();
        for (int i = 0; i < lines.size(); i++) {
            read(file, i + 1, lines.get(i).strip());
        }
        return file.image();
    }

    private static void read(IntelHexFile file, int number, String line) {
        try {
            if (!line.isEmpty()) {
                file.add(IntelHexRecord.parse(line));
            }
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("line " + number + ": " + wrong.getMessage(), wrong);
        }
    }
}

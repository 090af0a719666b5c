package dev.vmkit.layers.image;

import dev.vmkit.api.ImageLoader;
import java.util.List;
import java.util.OptionalLong;

/** The program formats that the kit itself reads. */
public final class ImageFormats {
    /** The most bytes a program file may have. */
    public static final long MOST_BYTES = 256L << 20;

    private ImageFormats() {}

    /** The loaders, in the order in which they are asked whether they recognise a file. */
    public static List<ImageLoader> builtIn() {
        return List.of(
                new ElfLoader(),
                new IntelHexLoader(),
                new LinuxImageLoader(),
                new Lc3ToolsLoader(),
                new Lc3ObjectLoader(),
                new HackTextLoader(),
                new RawLoader());
    }

    /** Whether addresses in files of a format count bytes, whatever the machine's address unit is. */
    public static boolean countsBytes(String format) {
        return List.of("elf", "intel-hex", "linux-image").contains(format);
    }

    /** How many bytes behind the start of memory a file wants to lie that does not say at which address. */
    public static OptionalLong offset(String format, byte[] content) {
        return format.equals("linux-image")
                ? LinuxHeader.find(content).stream()
                        .mapToLong(LinuxHeader::textOffset)
                        .findFirst()
                : OptionalLong.empty();
    }

    static boolean endsWith(String fileName, String... endings) {
        String lower = fileName.toLowerCase(java.util.Locale.ROOT);
        return List.of(endings).stream().anyMatch(lower::endsWith);
    }
}

package dev.vmkit.layers.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vmkit.api.Image;
import dev.vmkit.api.ImageLoader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageFormatsTests {

    @ParameterizedTest
    @CsvSource({
        "kernel, elf",
        "kernel.elf, elf",
        "a.hex, intel-hex",
        "A.IHX, intel-hex",
        "a.obj, lc3-object",
        "tools.obj, lc3tools-object",
        "vmlinuz, linux-image",
        "rom.bin, raw",
        "hello.asm, none",
        "notes, none"
    })
    void recognisesFilesByNameAndContent(String name, String format) {
        byte[] content = switch (name) {
            case "kernel" -> new byte[] {0x7F, 'E', 'L', 'F'};
            case "tools.obj" -> Lc3ToolsLoaderTests.file();
            case "vmlinuz" -> LinuxImageTests.kernel(100, 0x20_0000, 0);
            default -> new byte[4];
        };
        String found = ImageFormats.builtIn().stream()
                .filter(l -> l.recognises(name, content))
                .findFirst()
                .map(ImageLoader::format)
                .orElse("none");
        assertThat(found).isEqualTo(format);
    }

    @Test
    void putsARawFileWhereTheMachineSays() {
        Image image = new RawLoader().load("rom.bin", new byte[] {1, 2});
        assertThat(image.segments().getFirst().address()).isEqualTo(Image.Segment.ANYWHERE);
        assertThat(image.entry()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new RawLoader().load("rom.bin", new byte[0]));
    }

    @Test
    void readsAnLc3ObjectFile() {
        Image image = new Lc3ObjectLoader().load("a.obj", new byte[] {0x30, 0, (byte) 0xF0, 0x25});
        assertThat(image.entry()).hasValue(0x3000);
        assertThat(image.segments().getFirst().bytes()).containsExactly(0xF0, 0x25);
    }

    @Test
    void refusesAnLc3ObjectFileThatIsNone() {
        Lc3ObjectLoader loader = new Lc3ObjectLoader();
        refuses(loader, new byte[3], "the file has 3 bytes");
        refuses(loader, new byte[2], "nothing to load");
        refuses(loader, new byte[] {-1, -1, 0, 0, 0, 0}, "2 words from 0xFFFF on go past the last address");
    }

    @Test
    void readsIntelHex() {
        Image image =
                hex(":020000040001F9", ":0400100001020304E2", ":020014000506DF", ":0400000500010010E6", ":00000001FF");
        assertThat(image.segments()).singleElement().satisfies(s -> {
            assertThat(s.address()).isEqualTo(0x10010);
            assertThat(s.bytes()).containsExactly(1, 2, 3, 4, 5, 6);
        });
        assertThat(image.entry()).hasValue(0x10010);
    }

    @Test
    void namesTheLineOfAnIntelHexMistake() {
        refusesHex("line 1: the checksum is E3, but these bytes give E2", ":0400100001020304E3");
        refusesHex("line 2: a record starts with ':'", "", "0400100001020304E2");
        refusesHex("line 1: the record says it has 5 data bytes", ":0500100001020304E2");
        refusesHex("line 1: a record consists of pairs", ":0400100001020304E");
        refusesHex("line 1: there is no record type 06", ":00000006FA");
        refusesHex("line 2: a record follows the end record", ":00000001FF", ":00000001FF");
        refusesHex("the end record (:00000001FF) is missing", ":0400100001020304E2");
        refusesHex("overlap", ":0400100001020304E2", ":0400120001020304E0", ":00000001FF");
    }

    private static Image hex(String... lines) {
        return new IntelHexLoader().load("a.hex", String.join("\r\n", lines).getBytes(StandardCharsets.US_ASCII));
    }

    private static void refusesHex(String message, String... lines) {
        assertThatIllegalArgumentException().isThrownBy(() -> hex(lines)).withMessageContaining(message);
    }

    private static void refuses(ImageLoader loader, byte[] content, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loader.load("a", content))
                .withMessageContaining(message);
    }
}

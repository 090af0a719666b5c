package dev.vmkit.layers.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vmkit.api.Image;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class LinuxImageTests {
    private final LinuxImageLoader loader = new LinuxImageLoader();

    /** A file with the head of a kernel. */
    static byte[] kernel(int bytes, long textOffset, long size) {
        ByteBuffer file = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(8, textOffset).putLong(16, size).putInt(56, 0x05435352);
        file.put(bytes - 1, (byte) 0xAB);
        return file.array();
    }

    private static byte[] zipped(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }

    @Test
    void takesTheMemoryThatItsHeaderAsksFor() {
        byte[] kernel = kernel(100, 0x20_0000, 5000);
        Image image = loader.load("Image", kernel);
        assertThat(image.segments()).containsExactly(new Image.Segment("", Image.Segment.ANYWHERE, kernel, 5000));
        assertThat(LinuxHeader.find(kernel).orElseThrow().textOffset()).isEqualTo(0x20_0000);
    }

    @Test
    void unpacksACompressedKernel() throws IOException {
        byte[] kernel = kernel(100_000, 0x20_0000, 0);
        byte[] zipped = zipped(kernel);
        assertThat(loader.recognises("Image.gz", zipped)).isTrue();
        assertThat(LinuxHeader.find(zipped)).isEqualTo(LinuxHeader.find(kernel));
        Image.Segment segment = loader.load("Image.gz", zipped).segments().getFirst();
        assertThat(segment.bytes()).isEqualTo(kernel);
        assertThat(segment.size()).isEqualTo(kernel.length);
    }

    @Test
    void recognisesNothingElse() throws IOException {
        assertThat(loader.recognises("Image", new byte[64])).isFalse();
        assertThat(loader.recognises("Image", Arrays.copyOf(kernel(100, 0, 0), 63)))
                .isFalse();
        assertThat(loader.recognises("a.gz", zipped(new byte[200]))).isFalse();
        assertThat(loader.recognises("a.gz", new byte[] {0x1F, (byte) 0x8B, 9, 9}))
                .isFalse();
    }

    @Test
    void refusesAHeaderThatIsNotSane() throws IOException {
        refuses(kernel(100, -1, 0), "behind the start of memory");
        refuses(kernel(100, 0x4000_0001, 0), "at most 1 GiB");
        refuses(kernel(100, 0, 99), "takes 99 bytes of memory, the file has 100");
        refuses(kernel(100, 0, -1), "takes 18446744073709551615 bytes");
        refuses(kernel(100, 0, 1L << 40), "takes 1099511627776 bytes");
        byte[] zipped = zipped(kernel(100_000, 0, 0));
        refuses(Arrays.copyOf(zipped, zipped.length / 2), "cannot be unpacked");
    }

    private void refuses(byte[] content, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loader.load("Image", content))
                .withMessageContaining(message);
    }
}

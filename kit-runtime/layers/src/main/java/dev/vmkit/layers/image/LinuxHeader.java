package dev.vmkit.layers.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * The head of a kernel for RISC-V (Linux, Documentation/arch/riscv/boot-image-header.rst).
 *
 * @param textOffset bytes from the start of memory to where the kernel wants to lie
 * @param size bytes it takes in memory, with what it needs behind the file; 0 if an old kernel does not say
 */
record LinuxHeader(long textOffset, long size) {
    static final int BYTES = 64;
    private static final long MAGIC = 0x5643534952L; // "RISCV"
    private static final int MAGIC2 = 0x05435352; // "RSC", 5
    private static final long MOST_OFFSET = 1L << 30;

    /** The head of a kernel, compressed or not; nothing if the file is none. */
    static Optional<LinuxHeader> find(byte[] content) {
        try {
            byte[] head = Gzip.recognises(content) ? Gzip.head(content, BYTES) : content;
            return head.length < BYTES
                    ? Optional.empty()
                    : read(ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN));
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<LinuxHeader> read(ByteBuffer head) {
        boolean kernel = head.getInt(56) == MAGIC2 || head.getLong(48) == MAGIC;
        return kernel ? Optional.of(new LinuxHeader(head.getLong(8), head.getLong(16))) : Optional.empty();
    }

    /** Makes sure that the numbers are sane for a file of so many bytes. */
    void check(int fileBytes) {
        if (textOffset < 0 || textOffset > MOST_OFFSET) {
            throw new IllegalArgumentException(
                    "its header asks for a place %s bytes behind the start of memory; at most 1 GiB is sane"
                            .formatted(Long.toUnsignedString(textOffset)));
        }
        if (size < 0 || size > ImageFormats.MOST_BYTES || size != 0 && size < fileBytes) {
            throw new IllegalArgumentException("its header says that it takes %s bytes of memory, the file has %d"
                    .formatted(Long.toUnsignedString(size), fileBytes));
        }
    }
}

package dev.vmkit.tools.submission;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of texts and files. The length of each goes before it, so that no two rows of them read as the same bytes. */
public final class Sha256 {
    private static final int BUFFER = 1 << 16;

    private final MessageDigest digest;

    public Sha256() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    public Sha256 add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    public Sha256 add(byte[] bytes) {
        length(bytes.length);
        digest.update(bytes);
        return this;
    }

    /** A file's content, however large; a link is not followed. */
    public Sha256 add(Path file) throws IOException {
        return add(file, Long.MAX_VALUE);
    }

    /** A file's length, and its content up to {@code most} bytes. */
    Sha256 add(Path file, long most) throws IOException {
        length(Files.size(file));
        byte[] buffer = new byte[BUFFER];
        long left = most;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            for (int read = in.read(buffer); read >= 0 && left > 0; read = in.read(buffer)) {
                digest.update(buffer, 0, (int) Math.min(read, left));
                left -= read;
            }
        }
        return this;
    }

    private void length(long bytes) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes).array());
    }

    /** Of all that was added. */
    public String hexadecimal() {
        return HexFormat.of().formatHex(digest.digest());
    }
}

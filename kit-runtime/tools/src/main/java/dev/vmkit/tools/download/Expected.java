package dev.vmkit.tools.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What is known of a file before it comes.
 *
 * @param size in bytes
 * @param sha256 64 hexadecimal digits, small letters
 */
public record Expected(long size, String sha256) {
    public Expected {
        if (size < 0 || !sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("no size and SHA-256 digest: " + size + " " + sha256);
        }
    }

    /** Whether a file is what was announced. */
    public boolean fits(Path file) throws IOException {
        return Files.isRegularFile(file)
                && Files.size(file) == size
                && digest(file).equals(sha256);
    }

    /** The SHA-256 digest of a file. */
    static String digest(Path file) throws IOException {
        MessageDigest digest = algorithm();
        byte[] piece = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                digest.update(piece, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest algorithm() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

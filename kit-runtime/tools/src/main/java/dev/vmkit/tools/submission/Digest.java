package dev.vmkit.tools.submission;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of files by their names. Lengths are part of it, so that no two sets of files read as the same bytes. */
final class Digest {
    private final MessageDigest sha256;

    Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Another file; the order matters. */
    void add(String name, byte[] content) {
        add(name.getBytes(StandardCharsets.UTF_8));
        add(content);
    }

    private void add(byte[] bytes) {
        sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).array());
        sha256.update(bytes);
    }

    /** Of all that was added. */
    String hexadecimal() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}

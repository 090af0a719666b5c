package dev.vmkit.tools.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A folder of downloaded files, named by their digests, so that none is fetched twice and none is taken for another. A file
 * that is not complete yet ends in {@code .part}; the next attempt goes on where it ends.
 */
public final class Downloads {
    private static final int ATTEMPTS = 4;
    private static final int PIECE = 1 << 16;

    private final Path folder;
    private final Web web;
    private final Progress progress;

    /** Downloads into {@code folder}, which need not exist yet. */
    public Downloads(Path folder, Web web, Progress progress) {
        this.folder = folder;
        this.web = web;
        this.progress = progress;
    }

    /**
     * A whole small file, of which nothing is known beforehand; it is not kept.
     *
     * @param most in bytes
     */
    public byte[] small(URI address, int most) throws IOException {
        try (InputStream body = web.get(address, 0).body()) {
            byte[] bytes = body.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new WrongContent("%s has more than %,d bytes".formatted(address, most));
            }
            return bytes;
        }
    }

    /**
     * A file of exactly this size and digest, from here or from the server.
     *
     * @param name what a person is told is downloaded
     * @throws WrongContent if the server gives another file
     */
    public Path fetch(String name, URI address, Expected expected) throws IOException {
        Path file = folder.resolve(expected.sha256());
        if (expected.fits(file)) {
            return file;
        }
        Files.createDirectories(folder);
        Path part = folder.resolve(expected.sha256() + ".part");
        boolean resumed = Files.exists(part);
        complete(name, address, expected, part);
        if (!expected.fits(part)) {
            String digest = Expected.digest(part);
            Files.delete(part);
            if (resumed) { // the part on disk may have been at fault
                return fetch(name, address, expected);
            }
            throw new WrongContent(
                    "%s has the SHA-256 digest %s, but %s was announced".formatted(address, digest, expected.sha256()));
        }
        return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Deletes all that was downloaded into a folder. */
    public static void clear(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Downloads::isOurs)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
        }
    }

    private static boolean isOurs(Path file) {
        return file.getFileName().toString().matches("[0-9a-f]{64}(\\.part)?");
    }

    private void complete(String name, URI address, Expected expected, Path part) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                append(name, address, expected, part);
                return;
            } catch (FetchFailure said) {
                throw said;
            } catch (IOException interrupted) {
                if (attempt == ATTEMPTS) {
                    throw new FetchFailure(
                            "%s came incompletely %d times: %s; the next attempt will go on from there"
                                    .formatted(address, ATTEMPTS, interrupted.getMessage()),
                            interrupted);
                }
            }
        }
    }

    private void append(String name, URI address, Expected expected, Path part) throws IOException {
        long have = Files.exists(part) ? Files.size(part) : 0;
        Web.Answer answer = web.get(address, have < expected.size() ? have : 0);
        try (InputStream body = answer.body()) {
            requireSize(address, expected, answer.length() < 0 ? expected.size() : answer.from() + answer.length());
            try (OutputStream out = answer.from() > 0
                    ? Files.newOutputStream(part, StandardOpenOption.APPEND)
                    : Files.newOutputStream(part)) {
                copy(name, address, expected, answer.from(), body, out);
            }
        }
    }

    private void copy(String name, URI address, Expected expected, long from, InputStream body, OutputStream out)
            throws IOException {
        byte[] piece = new byte[PIECE];
        long done = from;
        for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
            done += read;
            requireSize(address, expected, Math.max(done, expected.size()));
            out.write(piece, 0, read);
            progress.downloaded(name, done, expected.size());
        }
        if (done < expected.size()) {
            throw new IOException("the connection ended after %,d of %,d bytes".formatted(done, expected.size()));
        }
    }

    private static void requireSize(URI address, Expected expected, long size) throws WrongContent {
        if (size != expected.size()) {
            throw new WrongContent(
                    "%s has %,d bytes or more, but %,d were announced".formatted(address, size, expected.size()));
        }
    }
}

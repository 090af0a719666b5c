package dev.vmkit.tools.classroom;

import dev.vmkit.tools.grade.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A digest of what was handed in, before anything looks into it: bytes as they lie there. Links are not followed. */
final class HandInDigest {
    private static final int MOST_FILES = 20_000;

    private HandInDigest() {}

    /** Of a file or of all files in a folder, and of when it was handed in; in hexadecimal. */
    static String of(Path path, Optional<Instant> submitted) throws IOException {
        Sha256 digest = new Sha256().add(submitted.map(Instant::toString).orElse(""));
        for (Path file : files(path)) {
            digest.add(path.relativize(file).toString());
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                digest.add(file);
            }
        }
        return digest.hexadecimal();
    }

    /** Of more it does not matter which: they are refused. */
    private static List<Path> files(Path path) throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            return all.limit(MOST_FILES).sorted().toList();
        }
    }
}

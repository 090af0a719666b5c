package dev.vmkit.tools.submission;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * A digest of what was handed in, before anything looks into it: bytes as they lie there. Links are not followed. What intake
 * leaves out does not count, and neither does what lies beyond its bounds: that is refused, whatever it is.
 */
public final class HandInDigest {
    private static final int MOST_FILES = Intake.MOST_MEMBERS;

    private HandInDigest() {}

    /**
     * Of a file, or of all files in a folder.
     *
     * @param more what else it depends on, such as when it was handed in
     * @return in hexadecimal
     * @throws IOException if something of it cannot be read
     */
    public static String of(Path path, String more) throws IOException {
        Sha256 digest = new Sha256().add(more);
        long left = Intake.MOST_BYTES;
        for (var file : files(path).entrySet()) {
            digest.add(path.relativize(file.getKey()).toString());
            if (file.getValue().isRegularFile()) {
                digest.add(file.getKey(), Math.max(left, 0));
                left -= file.getValue().size();
            }
        }
        return digest.hexadecimal();
    }

    private static Map<Path, BasicFileAttributes> files(Path path) throws IOException {
        Map<Path, BasicFileAttributes> found = new TreeMap<>(Comparator.comparing(Path::toString));
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return !folder.equals(path)
                                && PlainName.isOfATool(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.equals(path) || !PlainName.isOfATool(file.getFileName().toString())) {
                    found.put(file, attributes);
                }
                return found.size() > MOST_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
            }
        });
        return found;
    }
}

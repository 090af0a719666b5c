package dev.vmkit.testkit.local;

import dev.vmkit.testkit.subject.Board;
import dev.vmkit.testkit.subject.Octets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The folder in which a board's files lie: those of the submission, and in their place those of the suite. */
record BoardFolder(Path folder) {
    private static final int MOST_FILES = 2000;
    private static final int MOST_DEPTH = 8;

    void fill(Board board, Submission submission, boolean beside) throws IOException {
        if (beside && Files.isDirectory(submission.place())) {
            copy(submission.place());
        }
        for (Map.Entry<String, Octets> file : board.files().entrySet()) {
            Path target = folder.resolve(file.getKey()).normalize();
            if (!target.startsWith(folder)) {
                throw new IllegalArgumentException("'" + file.getKey() + "' lies outside the board's folder");
            }
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.deleteIfExists(target);
            Files.write(target, file.getValue().bytes());
        }
    }

    /** Plain files alone: no links, which could lead anywhere. */
    private void copy(Path from) throws IOException {
        try (Stream<Path> found = Files.walk(from, MOST_DEPTH)) {
            List<Path> files = found.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
                    .limit(MOST_FILES)
                    .toList();
            long left = Board.MOST_BYTES;
            for (Path file : files) {
                left -= Files.size(file);
                if (left < 0) {
                    throw new IllegalArgumentException("the submission's files have more than 64 MiB");
                }
                Path target = folder.resolve(from.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                Files.copy(file, target);
            }
        }
    }
}

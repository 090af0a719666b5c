package dev.vmkit.testkit.local;

import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.language.text.MistakeException;
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
    /** Half of what a submission may write where it runs in a sandbox: the suite's files have to fit beside them. */
    private static final long MOST_BYTES = 16 << 20;

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
            long left = MOST_BYTES;
            for (Path file : files) {
                left -= Files.size(file);
                if (left < 0) {
                    throw MistakeException.of(
                            MachineProblem.FILE,
                            "the submission's files have more than 16 MiB",
                            "hand in what is asked for, and nothing else");
                }
                Path target = folder.resolve(from.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                Files.copy(file, target);
            }
        }
    }
}

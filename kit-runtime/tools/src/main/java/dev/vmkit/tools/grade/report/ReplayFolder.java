package dev.vmkit.tools.grade.report;

import dev.vmkit.testkit.judge.CheckResult;
import dev.vmkit.testkit.judge.Replay;
import dev.vmkit.testkit.judge.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Failing cases as files, each in a folder {@code check-NUMBER}. */
public final class ReplayFolder {
    private ReplayFolder() {}

    /** Writes those of a verdict. */
    public static void write(Verdict verdict, Path folder) throws IOException {
        for (CheckResult check : verdict.checks()) {
            if (check.replay().isPresent()) {
                write(check.replay().get(), folder.resolve("check-" + check.number()));
            }
        }
    }

    private static void write(Replay replay, Path folder) throws IOException {
        for (var file : replay.files().entrySet()) {
            Path path = folder.resolve(file.getKey()).normalize();
            if (!path.startsWith(folder)) {
                throw new IOException("a replay does not write to '" + file.getKey() + "'");
            }
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}

package dev.vmkit.testkit.local;

import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.config.HostReader;
import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.assembly.config.TimesharingReader;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.testkit.scratch.ScratchFolder;
import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Board;
import dev.vmkit.testkit.subject.Question;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Runs a machine file, one of a host or of a time-shared machine, or an experiment, in a folder of its own.
 *
 * @param beside whether the submission's files lie in it, too
 */
record BoardRun(Catalog catalog, Submission submission, boolean beside) {

    /** What is done with the main file, when all are there. */
    @FunctionalInterface
    private interface Use {
        Answer of(Path folder, SourceFile main) throws IOException;
    }

    /** @throws MistakeException if a file has mistakes */
    Answer run(Question.Run question) {
        return with(question.board(), (folder, main) -> {
            Path home = home(folder, main);
            if (HostReader.isHost(main)) {
                return new HostTrial(catalog, home, question).run(main);
            }
            return TimesharingReader.isTimeshared(main)
                    ? new SharedTrial(catalog, home, question).run(main)
                    : new MachineTrial(catalog, home, question).run(main);
        });
    }

    /** @throws MistakeException if a file has mistakes */
    Answer measure(Question.Measure question) {
        return with(question.board(), (folder, main) -> {
            Optional<SourceFile> claims = Optional.empty();
            if (question.claims().isPresent()) {
                claims = Optional.of(file(folder, question.claims().get()));
            }
            return new ExperimentTrial(catalog, claims).run(main, home(folder, main));
        });
    }

    private Answer with(Board board, Use use) {
        try (ScratchFolder scratch = ScratchFolder.make("board")) {
            new BoardFolder(scratch.path()).fill(board, submission, beside);
            return use.of(scratch.path(), file(scratch.path(), board.main()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path home(Path folder, SourceFile main) {
        return Optional.ofNullable(folder.resolve(main.name()).getParent()).orElseThrow();
    }

    private static SourceFile file(Path folder, String name) throws IOException {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
            throw MistakeException.of(
                    MachineProblem.FILE, "the submission has no file '" + name + "'", "hand in a file of that name");
        }
        return new SourceFile(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }
}

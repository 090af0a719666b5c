package dev.vmkit.testkit.local;

import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Question;
import java.util.Map;

/** A program or a machine file of a submission: what can be asked is to run a board or an experiment. */
final class OpenedFiles implements LocalSubject.Opened {
    private final Submission submission;
    private final Catalog catalog;

    /** @throws MistakeException if the file is not there */
    OpenedFiles(Submission submission, Catalog catalog, String file) {
        this.submission = submission;
        this.catalog = catalog;
        if (submission.text(file).isEmpty()) {
            catalog.close();
            throw MistakeException.of(
                    MachineProblem.FILE, "the submission has no file '" + file + "'", "hand in a file of that name");
        }
    }

    @Override
    public Answer.Opened told() {
        return new Answer.Opened(Map.of());
    }

    @Override
    public Answer ask(Question question) {
        BoardRun board = new BoardRun(catalog, submission, true);
        return switch (question) {
            case Question.Run run -> board.run(run);
            case Question.Measure measure -> board.measure(measure);
            default -> throw new IllegalStateException("a file can only be run");
        };
    }

    @Override
    public void close() {
        catalog.close();
    }
}

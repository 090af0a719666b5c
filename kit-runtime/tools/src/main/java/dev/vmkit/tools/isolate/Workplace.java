package dev.vmkit.tools.isolate;

import dev.vmkit.assembly.compile.PluginCompiler;
import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Mistake;
import dev.vmkit.testkit.subject.Question;
import dev.vmkit.testkit.subject.Subject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where a submission is worked on, inside its cage. Java sources are compiled here, where the compiler that reads them is
 * held like the code that comes of them.
 */
record Workplace(Path submission, Path scratch) {

    /**
     * Where the parts are that can be opened: the submission itself, or, if it has sources, a copy with their classes.
     *
     * @throws dev.vmkit.language.text.MistakeException if they do not compile
     */
    Path prepare() {
        try {
            Path sources = submission.resolve("src");
            if (!Files.isRegularFile(submission.resolve("plugin.yaml")) || !hasSources(sources)) {
                return submission;
            }
            copy();
            PluginCompiler.compile(built());
            return built();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path built() {
        return scratch.resolve("built");
    }

    private static boolean hasSources(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        }
    }

    /** Classes that came with their sources stay behind: the sources say what was meant. */
    private void copy() throws IOException {
        Path classes = submission.resolve("classes");
        try (Stream<Path> files = Files.walk(submission)) {
            for (Path from : (Iterable<Path>) files.filter(file -> !file.startsWith(classes))::iterator) {
                Files.copy(from, built().resolve(submission.relativize(from).toString()));
            }
        }
    }

    /** A subject that calls files by their names in the submission, wherever they lie here. */
    Subject hides(Subject subject) {
        return new Subject() {
            @Override
            public Answer ask(Question question) {
                return switch (subject.ask(question)) {
                    case Answer.Mistaken(var mistakes) ->
                        new Answer.Mistaken(
                                mistakes.stream().map(Workplace.this::hidden).toList());
                    case Answer.Failed(var who, var what) -> new Answer.Failed(hidden(who), hidden(what));
                    case Answer other -> other;
                };
            }

            @Override
            public void close() {
                subject.close();
            }
        };
    }

    private Mistake hidden(Mistake mistake) {
        return new Mistake(mistake.code(), hidden(mistake.place()), hidden(mistake.message()), hidden(mistake.shown()));
    }

    private String hidden(String text) {
        return text.replace(built() + "/", "").replace(submission + "/", "");
    }
}

package dev.vmkit.testkit.local;

import dev.vmkit.assembly.catalog.PluginFailure;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.text.Diagnostic;
import dev.vmkit.language.text.DiagnosticPrinter;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.machine.device.PluginFault;
import dev.vmkit.testkit.scratch.ScratchFolder;
import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Mistake;
import dev.vmkit.testkit.subject.Question;
import dev.vmkit.testkit.subject.Subject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A submission whose parts answer in this process. What the part's code throws is an answer; an endless loop in it is not
 * ended here, and what it does to this process is not undone: so it is for definitions without code, for a teacher's own
 * parts, and for a process that nobody believes.
 */
public final class LocalSubject implements Subject {
    private static final int MOST_SHOWN = 4000;
    private static final int MOST_MISTAKES = 20;

    private final Supplier<Submission> source;
    private Optional<Submission> submission = Optional.empty();
    private Optional<Opened> opened = Optional.empty();

    private LocalSubject(Supplier<Submission> source) {
        this.source = source;
    }

    /**
     * A submission that has not been looked at yet.
     *
     * @param place a plugin's folder or archive, a folder with a program or a machine file, or a definition alone
     * @param plugins where other parts are found
     */
    public static LocalSubject of(Path place, List<Path> plugins) {
        return of(() -> place, plugins);
    }

    /**
     * The same for a place that is made ready when the first part is opened. Mistakes found then are the answer.
     *
     * @param place is asked once, unless it throws
     */
    public static LocalSubject of(Supplier<Path> place, List<Path> plugins) {
        return new LocalSubject(() -> new Submission(place.get(), plugins));
    }

    /** A part that was opened. */
    interface Opened extends AutoCloseable {
        /** What the judge is told of it. */
        Answer.Opened told();

        /** Answers; an {@link IllegalStateException} if it cannot be asked that. */
        Answer ask(Question question);

        @Override
        void close();
    }

    @Override
    public Answer ask(Question question) {
        try {
            return question instanceof Question.Open open ? open(open) : part().ask(question);
        } catch (MistakeException mistaken) {
            return mistaken(mistaken.diagnostics());
        } catch (PluginFault fault) {
            return failed(
                    fault.part().toString(),
                    Optional.ofNullable(fault.getCause()).orElse(fault));
        } catch (PluginFailure failure) {
            return failed(
                    "plugin " + failure.plugin(),
                    Optional.ofNullable(failure.getCause()).orElse(failure));
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError thrown) {
            return failed("the submission", thrown);
        }
    }

    private Answer open(Question.Open open) {
        close();
        Submission found = submission.orElseGet(source);
        submission = Optional.of(found);
        Opened part = found.open(open);
        opened = Optional.of(part);
        return part.told();
    }

    /** The instruction set that was opened, for those who compare with it. */
    public Optional<Isa> isa() {
        return opened.filter(OpenedIsa.class::isInstance)
                .map(OpenedIsa.class::cast)
                .map(OpenedIsa::isa);
    }

    private Opened part() {
        return opened.orElseThrow(() -> new IllegalStateException("nothing was opened"));
    }

    private Answer mistaken(List<Diagnostic> diagnostics) {
        return new Answer.Mistaken(
                diagnostics.stream().limit(MOST_MISTAKES).map(this::mistake).toList());
    }

    private Mistake mistake(Diagnostic diagnostic) {
        String place = diagnostic
                .at()
                .map(at -> at.file().name() + ":" + at.line() + ":" + at.column())
                .orElse("");
        String shown = DiagnosticPrinter.plain().print(diagnostic).stripTrailing();
        return new Mistake(diagnostic.problem().code(), named(place), named(diagnostic.message()), cut(named(shown)));
    }

    private Answer failed(String who, Throwable thrown) {
        String message;
        try {
            message = cut(named(String.valueOf(thrown)));
        } catch (RuntimeException | StackOverflowError hostile) { // its own toString throws
            message = thrown.getClass().getName();
        }
        StackTraceElement[] trace = thrown.getStackTrace();
        return new Answer.Failed(who, trace.length == 0 ? message : message + "\n  at " + trace[0]);
    }

    /** Files are called as in the submission, wherever it lies. */
    private String named(String text) {
        return ScratchFolder.hidden(
                submission.map(found -> text.replace(found.place() + "/", "")).orElse(text));
    }

    private static String cut(String text) {
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...";
    }

    @Override
    public void close() {
        opened.ifPresent(Opened::close);
        opened = Optional.empty();
    }
}

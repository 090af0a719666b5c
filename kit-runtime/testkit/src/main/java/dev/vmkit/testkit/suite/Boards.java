package dev.vmkit.testkit.suite;

import dev.vmkit.assembly.config.HostReader;
import dev.vmkit.assembly.config.MachineReader;
import dev.vmkit.assembly.config.TimesharingReader;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.testkit.subject.Question.Kind;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The files that boards are run from. Those of the suite are read when it is, so that no submission is blamed for them. */
final class Boards {
    private final Kind kind;
    private final SuiteFiles files;
    private final Diagnostics diagnostics;
    private final Set<String> seen = new HashSet<>();

    Boards(Kind kind, SuiteFiles files, Diagnostics diagnostics) {
        this.kind = kind;
        this.files = files;
        this.diagnostics = diagnostics;
    }

    /** Reports what is wrong with a board, or that nobody has it. */
    void require(String name, Span at) {
        if (seen.add(name)) {
            file(name, at).ifPresent(this::read);
        }
    }

    /** A file that a run begins with, if it is one of the suite; reports that nobody has it. */
    Optional<SourceFile> file(String name, Span at) {
        Optional<SourceFile> file = files.material(name);
        if (file.isEmpty() && kind != Kind.MACHINE) {
            diagnostics.report(
                    SuiteProblem.FILE, at, "there is no '" + name + "' among the suite's 'files:'", hint(name));
        }
        return file;
    }

    private String hint(String name) {
        String bare = SuiteFiles.called(name);
        return !bare.equals(name) && files.materials().contains(bare)
                ? "it is called '" + bare + "'"
                : Suggestion.didYouMean(name, files.materials());
    }

    /** Whether several share it, as far as that is known: then much is told of each alone, and not of all. */
    boolean isShared(String name) {
        return files.material(name)
                .filter(file -> HostReader.isHost(file) || TimesharingReader.isTimeshared(file))
                .isPresent();
    }

    private void read(SourceFile file) {
        if (HostReader.isHost(file)) {
            HostReader.read(file, diagnostics);
        } else if (TimesharingReader.isTimeshared(file)) {
            TimesharingReader.read(file, diagnostics);
        } else {
            MachineReader.read(file, diagnostics);
        }
    }
}

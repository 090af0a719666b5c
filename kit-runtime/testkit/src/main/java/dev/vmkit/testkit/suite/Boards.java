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
        if (!seen.add(name)) {
            return;
        }
        Optional<SourceFile> file = files.material(name);
        file.ifPresent(this::read);
        if (file.isEmpty() && kind != Kind.MACHINE) {
            diagnostics.report(
                    SuiteProblem.FILE,
                    at,
                    "there is no board '" + name + "' among the suite's 'files:'",
                    Suggestion.didYouMean(name, files.materials()));
        }
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

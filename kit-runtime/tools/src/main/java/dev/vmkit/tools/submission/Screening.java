package dev.vmkit.tools.submission;

import dev.vmkit.language.text.Diagnostic;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Remarks on code that does what a part has no use for. They spare a student the search for why it fails where it is graded.
 * Code that means to hide what it does can do so from this; what holds it back is its cage.
 */
final class Screening {
    private static final String KIT = "dev.vmkit.";
    private static final int LONGEST_SOURCE = 1 << 20;

    private final Diagnostics remarks = new Diagnostics();

    /** Looks at a file, if it is a class or a Java source. */
    void look(String name, byte[] content) {
        if (name.endsWith(".class")) {
            lookAtClass(name, content);
        } else if (name.endsWith(".java") && content.length <= LONGEST_SOURCE) {
            lookAtSource(new SourceFile(name, new String(content, StandardCharsets.UTF_8)));
        }
    }

    /** In the order of files and lines. */
    List<Diagnostic> remarks() {
        return remarks.list();
    }

    private void lookAtClass(String file, byte[] content) {
        try {
            ConstantPool pool = ConstantPool.of(content);
            if (pool.name().startsWith(KIT)) {
                remark(file, "is named like a class of the kit", "the kit's own is taken");
            }
            for (Reach reach : Reach.values()) {
                pool.uses().stream()
                        .filter(use -> reach.inClasses().matcher(use).matches())
                        .findFirst()
                        .ifPresent(use -> remark(file, reach.does() + ": it uses " + use, reach.instead()));
            }
        } catch (IOException notAClass) {
            remark(file, "is no class file", "compile it again");
        }
    }

    private void remark(String file, String what, String hint) {
        remarks.add(
                new Diagnostic(SubmissionProblem.NO_USE, "'" + file + "' " + what, Optional.empty(), hint, List.of()));
    }

    private void lookAtSource(SourceFile source) {
        for (Reach reach : Reach.values()) {
            Matcher found = reach.inSources().matcher(source.content());
            if (found.find()) {
                Span at = new Span(source, found.start(), found.end());
                remarks.report(SubmissionProblem.NO_USE, at, "this " + reach.does(), reach.instead());
            }
        }
    }
}

package dev.vmkit.tools.submission;

import dev.vmkit.language.text.Diagnostic;
import java.nio.file.Path;
import java.util.List;

/**
 * A submission that was taken in: plain files in a folder of ours. Nothing of it has run.
 *
 * @param folder holds the files, with a plugin.yaml at its top if there is one
 * @param digest SHA-256 of all names and contents, in hexadecimal; the same for a folder and an archive of it
 * @param remarks warnings about what its code uses, for the student
 */
public record Submission(Path folder, String digest, List<Diagnostic> remarks) {
    public Submission {
        remarks = List.copyOf(remarks);
    }
}

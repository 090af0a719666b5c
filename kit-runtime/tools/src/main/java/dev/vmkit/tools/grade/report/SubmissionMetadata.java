package dev.vmkit.tools.grade.report;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.yaml.Json;
import dev.vmkit.language.yaml.JsonReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Gradescope's {@code submission_metadata.json} (its autograder specification, "Submission Metadata"). */
public final class SubmissionMetadata {
    private SubmissionMetadata() {}

    /**
     * When the submission was handed in, by its {@code created_at}.
     *
     * @throws IOException if the file is something else
     */
    public static Optional<Instant> submitted(SourceFile file) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        Optional<Json> json = JsonReader.read(file, diagnostics);
        diagnostics.throwIfErrors();
        try {
            return json.map(Fields::new)
                    .map(fields -> fields.text("created_at"))
                    .map(OffsetDateTime::parse)
                    .map(OffsetDateTime::toInstant);
        } catch (DateTimeException | IllegalArgumentException other) {
            throw new IOException("'" + file.name() + "' does not say when the submission was created_at");
        }
    }
}

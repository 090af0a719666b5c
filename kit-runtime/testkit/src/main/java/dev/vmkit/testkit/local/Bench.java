package dev.vmkit.testkit.local;

import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.catalog.Part;
import dev.vmkit.testkit.derive.Share;
import dev.vmkit.testkit.plugin.PluginTests;
import dev.vmkit.testkit.report.Report;
import dev.vmkit.testkit.scratch.ScratchFolder;
import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Question;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A part of a plugin with all that it needs, and what can be asked of each kind. */
record Bench(Submission submission, Catalog catalog, Part part, Optional<ScratchFolder> made) implements AutoCloseable {

    /** Answers what does not depend on the kind of part. */
    Answer common(Question question) {
        return switch (question) {
            case Question.Run run -> new BoardRun(catalog, submission, false).run(run);
            case Question.Derive _ -> derive();
            default ->
                throw new IllegalStateException(part + " cannot be asked to "
                        + question.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        };
    }

    private Answer derive() {
        try {
            Report report = PluginTests.of(catalog, part.pluginName(), submission.place())
                    .run(Share.ALL, _ -> {});
            String called = part.kind().name().toLowerCase(Locale.ROOT) + " " + part.name();
            List<Answer.Derived.Finding> findings = report.groups().stream()
                    .filter(group -> group.part().equals(called))
                    .flatMap(group -> group.cases().stream())
                    .map(c -> new Answer.Derived.Finding(c.name(), c.passed(), c.detail()))
                    .toList();
            return new Answer.Derived(findings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        catalog.close();
        made.ifPresent(ScratchFolder::close);
    }
}

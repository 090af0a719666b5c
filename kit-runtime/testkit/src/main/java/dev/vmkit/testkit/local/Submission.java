package dev.vmkit.testkit.local;

import dev.vmkit.api.PartKind;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.catalog.Part;
import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.testkit.local.LocalSubject.Opened;
import dev.vmkit.testkit.scratch.ScratchFolder;
import dev.vmkit.testkit.subject.Question;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a student handed in, and the kit's plugins beside it.
 *
 * @param place a plugin's folder or archive, a folder with a program or a machine file, or a definition alone
 */
record Submission(Path place, List<Path> plugins) {

    /** @throws MistakeException if the part is not there, or its definition has mistakes */
    Opened open(Question.Open open) {
        return switch (open.kind()) {
            case PROGRAM, MACHINE -> new OpenedFiles(this, Catalog.open(plugins), open.name());
            case ISA, DEVICE, POLICY -> inPlugin(open);
        };
    }

    private Opened inPlugin(Question.Open open) {
        Optional<ScratchFolder> made = definition(open.name()).map(file -> plugin(open, file));
        Path plugin = made.map(ScratchFolder::path).orElse(place);
        Catalog catalog = Catalog.preferring(plugin, plugins);
        try {
            return part(open, catalog, plugin, made);
        } catch (RuntimeException mistaken) {
            catalog.close();
            made.ifPresent(ScratchFolder::close);
            throw mistaken;
        }
    }

    /** The definition, if it was handed in without a plugin around it. */
    private Optional<Path> definition(String name) {
        if (Files.isRegularFile(place)) {
            return place.toString().matches("(?i).*[.]ya?ml") ? Optional.of(place) : Optional.empty();
        }
        Path file = place.resolve(name + ".yaml");
        boolean plugin = Files.exists(place.resolve("plugin.yaml"))
                || Files.exists(place.resolve("target").resolve("classes").resolve("plugin.yaml"));
        return !plugin && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    }

    /** A definition alone becomes a plugin of its own. */
    private ScratchFolder plugin(Question.Open open, Path definition) {
        String kind = PartKind.valueOf(open.kind().name()).name().toLowerCase(java.util.Locale.ROOT);
        try {
            ScratchFolder scratch = ScratchFolder.make("plugin");
            Files.copy(definition, scratch.path().resolve(open.name() + ".yaml"));
            Files.writeString(scratch.path().resolve("plugin.yaml"), """
                plugin: submission
                version: 1.0.0
                requires: ">=0.1.0 & <2.0.0"
                provides: [ { %s: %s.yaml } ]
                """.formatted(kind, open.name()));
            return scratch;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Opened part(Question.Open open, Catalog catalog, Path plugin, Optional<ScratchFolder> made) {
        PartKind kind = PartKind.valueOf(open.kind().name());
        Part part = catalog.parts(kind).stream()
                .filter(p -> p.name().equals(open.name()) && catalog.isFrom(p, plugin))
                .findFirst()
                .orElseThrow(() -> missing(open, catalog, plugin));
        Bench bench = new Bench(this, catalog, part, made);
        return switch (kind) {
            case ISA -> new OpenedIsa(bench, open.choices());
            case DEVICE -> new OpenedDevice(bench, open.choices());
            default -> new OpenedPolicy(bench, open.choices());
        };
    }

    private static MistakeException missing(Question.Open open, Catalog catalog, Path plugin) {
        Diagnostics mistakes = new Diagnostics();
        catalog.mistakes().forEach(mistakes::add);
        if (mistakes.hasErrors()) {
            return new MistakeException(mistakes.list());
        }
        List<String> offered = new ArrayList<>();
        catalog.parts().stream()
                .filter(part -> catalog.isFrom(part, plugin))
                .forEach(
                        part -> offered.add(part.kind().name().toLowerCase(java.util.Locale.ROOT) + " " + part.name()));
        String wanted = open.kind().name().toLowerCase(java.util.Locale.ROOT) + " '" + open.name() + "'";
        return MistakeException.of(
                MachineProblem.UNKNOWN_PART,
                "the submission offers no " + wanted,
                offered.isEmpty()
                        ? "it has no plugin.yaml that offers parts"
                        : "it offers " + String.join(", ", offered));
    }

    /** A file of the submission as text. */
    Optional<SourceFile> text(String name) {
        try {
            Path file = place.resolve(name).normalize();
            return file.startsWith(place) && Files.isRegularFile(file)
                    ? Optional.of(new SourceFile(name, Files.readString(file)))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}

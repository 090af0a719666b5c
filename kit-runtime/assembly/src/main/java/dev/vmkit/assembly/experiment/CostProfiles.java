package dev.vmkit.assembly.experiment;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Cost profiles: those the kit brings, by name, and files. */
public final class CostProfiles {
    /** What the kit brings, the older processor first. */
    public static final List<String> SHIPPED = List.of("p4-2005", "nested-2010");

    /** More than anyone writes by hand. */
    private static final long MOST_BYTES = 1 << 20;

    private CostProfiles() {}

    /**
     * The profile of a name; nothing if there is none, or it has mistakes, which are reported.
     *
     * @param folder where the paths of files start
     */
    public static Optional<CostProfile> find(Text name, Path folder, Diagnostics diagnostics) {
        return SHIPPED.contains(name.value())
                ? CostReader.read(shipped(name.value()), diagnostics)
                : file(name, folder, diagnostics).flatMap(file -> CostReader.read(file, diagnostics));
    }

    private static SourceFile shipped(String name) {
        try (InputStream in = Objects.requireNonNull(CostProfiles.class.getResourceAsStream(name + ".yaml"))) {
            return new SourceFile(name + ".yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<SourceFile> file(Text name, Path folder, Diagnostics diagnostics) {
        try {
            Path path = folder.resolve(name.value()).normalize();
            if (Files.isRegularFile(path) && Files.size(path) <= MOST_BYTES) {
                return Optional.of(new SourceFile(path.toString(), Files.readString(path)));
            }
        } catch (IOException | InvalidPathException e) {
            // Whatever the reason is, there is no profile of this name.
        }
        diagnostics.report(
                ExperimentProblem.COSTS,
                name.span(),
                "there is no cost profile and no such file '" + name + "'",
                Suggestion.nearest(name.value(), SHIPPED)
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse("the kit brings: " + String.join(", ", SHIPPED)));
        return Optional.empty();
    }
}

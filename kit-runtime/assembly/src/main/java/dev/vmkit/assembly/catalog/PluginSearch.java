package dev.vmkit.assembly.catalog;

import dev.vmkit.language.text.Diagnostic;
import dev.vmkit.language.text.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds plugins below the places where they may lie. A place is a plugin itself, or a folder of plugins; each is a folder,
 * a ZIP or a JAR with a plugin.yaml. A plugin under development is found in its {@code target/classes}.
 */
final class PluginSearch {
    static final String DECLARATION = "plugin.yaml";
    private static final int MOST_PLUGINS = 1000;

    private final Diagnostics diagnostics;
    /** By their real paths: a plugin may be reached in two ways. */
    private final Map<Path, Found> found = new LinkedHashMap<>();

    /** A plugin that was found; {@code named} if a place is the plugin itself and not a folder of plugins. */
    record Found(PluginSource source, boolean named) {}

    private PluginSearch(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The plugins in the order of the places, and by name within one. */
    static List<Found> below(List<Path> places, Diagnostics diagnostics) {
        PluginSearch search = new PluginSearch(diagnostics);
        places.stream().distinct().forEach(search::place);
        return List.copyOf(search.found.values());
    }

    private void place(Path place) {
        if (isArchive(place)) {
            archive(place, true);
        } else if (!Files.isDirectory(place)) {
            report(CatalogProblem.ROOT, "'" + place + "' is not a folder with plugins");
        } else if (!folder(place, true)) {
            children(place).forEach(this::child);
        }
    }

    private void child(Path child) {
        if (isArchive(child)) {
            archive(child, false);
        } else {
            folder(child, false);
        }
    }

    private boolean folder(Path folder, boolean named) {
        Optional<Path> plugin = Stream.of(folder, folder.resolve("target").resolve("classes"))
                .filter(f -> Files.isRegularFile(f.resolve(DECLARATION)))
                .findFirst();
        plugin.map(FolderSource::new).ifPresent(source -> add(source, named));
        return plugin.isPresent();
    }

    private void add(PluginSource source, boolean named) {
        found.putIfAbsent(real(source.location()), new Found(source, named));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException gone) {
            return path.toAbsolutePath();
        }
    }

    private List<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.limit(MOST_PLUGINS).sorted().toList();
        } catch (IOException e) {
            report(CatalogProblem.ROOT, "the folder '" + folder + "' cannot be read: " + e.getMessage());
            return List.of();
        }
    }

    private static boolean isArchive(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return (name.endsWith(".zip") || name.endsWith(".jar")) && Files.isRegularFile(path);
    }

    private void archive(Path file, boolean named) {
        try {
            add(ArchiveCheck.open(file), named);
        } catch (IOException | IllegalArgumentException e) {
            report(CatalogProblem.ARCHIVE, "'" + file + "' is not opened: " + e.getMessage());
        }
    }

    private void report(CatalogProblem problem, String message) {
        diagnostics.add(new Diagnostic(problem, message, Optional.empty(), "", List.of()));
    }
}

package dev.vmkit.assembly.assemble;

import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import dev.vmkit.layers.image.ImageFormats;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files that a machine file names, by paths relative to its folder. A machine file may name any file its user may read, as
 * a command line may: run only machine files you would run as a program.
 */
public record MachineFiles(Path folder, Diagnostics diagnostics) {
    private static final int MOST_LISTED = 1000;

    /** Where the path leads; nothing if it is no path at all, which is reported. */
    Optional<Path> path(Text file) {
        try {
            return Optional.of(folder.resolve(file.value()));
        } catch (InvalidPathException e) {
            report(file, "'" + file + "' is not a path", "");
            return Optional.empty();
        }
    }

    boolean exists(Text file) {
        try {
            return Files.exists(folder.resolve(file.value()));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The file's bytes; nothing if it cannot be read, which is reported. */
    Optional<byte[]> read(Text file) {
        return readable(file).flatMap(path -> read(file, path));
    }

    /** A text file, called by its path; nothing if it cannot be read, which is reported. */
    public Optional<SourceFile> source(Text file) {
        return readable(file)
                .flatMap(path -> read(file, path)
                        .map(bytes -> new SourceFile(path.toString(), new String(bytes, StandardCharsets.UTF_8))));
    }

    /** The path of a file that can be made or replaced; otherwise that is reported. */
    Optional<Path> writable(Text file) {
        Optional<Path> path = path(file);
        if (path.isEmpty()) {
            return path;
        }
        Path folderOf = path.get().toAbsolutePath().getParent();
        if (folderOf == null || !Files.isDirectory(folderOf)) {
            report(file, "there is no folder for '" + file + "'", "");
            return Optional.empty();
        }
        if (Files.exists(path.get()) && !(Files.isRegularFile(path.get()) && Files.isWritable(path.get()))) {
            report(file, "'" + file + "' is nothing that can be written", "");
            return Optional.empty();
        }
        return path;
    }

    /** The folder in which a file lies that exists. */
    public Path home(Text file) {
        return Objects.requireNonNull(
                folder.resolve(file.value()).toAbsolutePath().getParent());
    }

    /** The path of a file that exists; otherwise that is reported. */
    public Optional<Path> readable(Text file) {
        Optional<Path> path = path(file);
        if (path.isPresent() && !Files.exists(path.get())) {
            report(file, "there is no file '" + file + "'", neighbour(path.get()));
            return Optional.empty();
        }
        if (path.isPresent() && !Files.isRegularFile(path.get())) {
            report(file, "'" + file + "' is not a file", "");
            return Optional.empty();
        }
        return path;
    }

    private Optional<byte[]> read(Text file, Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            long size = Files.size(path);
            if (size > ImageFormats.MOST_BYTES) {
                report(file, "'" + file + "' has " + size + " bytes, at most 256 MiB are loaded", "");
                return Optional.empty();
            }
            return Optional.of(in.readNBytes((int) ImageFormats.MOST_BYTES));
        } catch (IOException e) {
            report(file, "'" + file + "' cannot be read: " + e.getMessage(), "");
            return Optional.empty();
        }
    }

    private static String neighbour(Path missing) {
        Path parent = missing.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return "";
        }
        try (Stream<Path> files = Files.list(parent)) {
            List<String> names = files.limit(MOST_LISTED)
                    .map(f -> String.valueOf(f.getFileName()))
                    .toList();
            return Suggestion.didYouMean(String.valueOf(missing.getFileName()), names);
        } catch (IOException e) {
            return "";
        }
    }

    private void report(Text file, String message, String hint) {
        diagnostics.report(MachineProblem.FILE, file.span(), message, hint);
    }
}

package dev.vmkit.testkit.suite;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Text;
import dev.vmkit.testkit.subject.Board;
import dev.vmkit.testkit.subject.Octets;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files that a suite names, by paths that start in its folder; all that was read is part of its digest. */
final class SuiteFiles {
    private static final int MOST_REFERENCE_FILES = 2000;

    private final Path folder;
    private final Diagnostics diagnostics;
    private final Map<String, byte[]> read = new TreeMap<>();
    private long bytes;

    SuiteFiles(Path folder, SourceFile suite, Diagnostics diagnostics) {
        this.folder = folder;
        this.diagnostics = diagnostics;
        read.put("", suite.content().getBytes(StandardCharsets.UTF_8));
    }

    /** The file as text. */
    Optional<SourceFile> text(Text path) {
        return bytes(path).map(content -> new SourceFile(path.value(), new String(content, StandardCharsets.UTF_8)));
    }

    /** Where a file of the suite lies, which was read. */
    Path folderOf(Text path) {
        return Objects.requireNonNullElse(folder.resolve(path.value()).getParent(), folder);
    }

    /** Has the digest of another suite count for this one's. */
    void count(String digest) {
        read.put("extends", digest.getBytes(StandardCharsets.UTF_8));
    }

    /** The file as it is. */
    Optional<Octets> octets(Text path) {
        return bytes(path).map(Octets::new);
    }

    private Optional<byte[]> bytes(Text path) {
        return existing(path, false).flatMap(file -> bytes(path, file));
    }

    /** A file or a folder that is there, and all below it counts for the digest. */
    Optional<Path> place(Text path) {
        Optional<Path> place = existing(path, true);
        place.filter(Files::isDirectory).ifPresent(f -> below(path, f));
        place.filter(Files::isRegularFile).ifPresent(f -> bytes(path, f));
        return place;
    }

    private void below(Text path, Path place) {
        try (Stream<Path> files = Files.walk(place)) {
            List<Path> all = files.filter(Files::isRegularFile)
                    .limit(MOST_REFERENCE_FILES)
                    .sorted()
                    .toList();
            for (Path file : new ArrayList<>(all)) {
                bytes(path, file);
            }
        } catch (IOException e) {
            report(path, "'" + path + "' cannot be read: " + e.getMessage());
        }
    }

    private Optional<Path> existing(Text path, boolean orFolder) {
        try {
            Path file = folder.resolve(path.value());
            if (Files.isRegularFile(file) || orFolder && Files.isDirectory(file)) {
                return Optional.of(file);
            }
        } catch (InvalidPathException e) {
            // reported as any other name of nothing
        }
        report(path, "there is no file '" + path + "' in the folder of the suite");
        return Optional.empty();
    }

    private Optional<byte[]> bytes(Text path, Path file) {
        try {
            bytes += Files.size(file);
            if (bytes > Board.MOST_BYTES) {
                report(path, "with '" + path + "' the suite's files have more than 64 MiB");
                return Optional.empty();
            }
            byte[] content = Files.readAllBytes(file);
            read.put(folder.relativize(file.normalize()).toString(), content);
            return Optional.of(content);
        } catch (IOException e) {
            report(path, "'" + path + "' cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void report(Text path, String message) {
        diagnostics.report(SuiteProblem.FILE, path.span(), message);
    }

    /** SHA-256 of all that was read, with the names. */
    String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            read.forEach((name, content) -> {
                digest.update((name + " " + content.length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

package dev.vmkit.testkit.suite;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Text;
import dev.vmkit.testkit.subject.Board;
import dev.vmkit.testkit.subject.Octets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The files that a suite names, by paths that start in its folder; all that was read is part of its digest. */
final class SuiteFiles {
    private static final int MOST_REFERENCE_FILES = 2000;

    /** Parts of a path that lead nowhere, or back. */
    private static final Set<String> STEPS = Set.of("", ".", "..");

    private final Path folder;
    private final Diagnostics diagnostics;
    private final Map<String, String> digests = new TreeMap<>();
    private final Set<Path> places = new TreeSet<>();
    private final Map<String, Octets> materials = new LinkedHashMap<>();
    private long bytes;

    SuiteFiles(Path folder, SourceFile suite, Diagnostics diagnostics) {
        this.folder = folder;
        this.diagnostics = diagnostics;
        digests.put("", sha256(suite.content().getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Reads what boards consist of, which parts under test may see.
     *
     * @param base those of the suite that this one extends
     * @return the files by the names that boards call them by
     */
    Map<String, Octets> materials(List<Text> paths, Map<String, Octets> base) {
        for (Text path : paths) {
            String name = called(path.value());
            if (name.startsWith("/")) {
                report(path, "'" + path + "' does not start in the suite's folder", "copy the file there");
            } else if (Stream.of(name.split("/", -1)).anyMatch(STEPS::contains)) {
                report(path, "'" + path + "' leads up and down again", "write '../' at its beginning alone");
            } else {
                octets(path)
                        .filter(content -> materials.put(name, content) != null)
                        .ifPresent(_ -> report(path, "there are two files of the name '" + name + "'"));
            }
        }
        base.forEach(materials::putIfAbsent);
        return materials;
    }

    /** By what name boards call a file of that path. */
    static String called(String path) {
        return path.replaceFirst("^([.][.]/)+", "");
    }

    /** One of them as text. */
    Optional<SourceFile> material(String name) {
        return Optional.ofNullable(materials.get(name))
                .map(content -> new SourceFile(name, new String(content.bytes(), StandardCharsets.UTF_8)));
    }

    /** The names of all of them. */
    Set<String> materials() {
        return materials.keySet();
    }

    /** The file as text. */
    Optional<SourceFile> text(Text path) {
        return bytes(path).map(content -> new SourceFile(path.value(), new String(content, StandardCharsets.UTF_8)));
    }

    /** Where a file of the suite lies, which was read. */
    Path folderOf(Text path) {
        return Objects.requireNonNullElse(folder.resolve(path.value()).getParent(), folder);
    }

    /** Has the files of another suite count for this one's. */
    void count(Suite base) {
        digests.put("extends", base.digest());
        places.addAll(base.places());
    }

    /** Where all that was read lies, but for the suite itself. */
    Set<Path> places() {
        return places;
    }

    private Optional<Octets> octets(Text path) {
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
            List<Path> all = files.filter(file -> !isBuilt(place, file) && Files.isRegularFile(file))
                    .limit(MOST_REFERENCE_FILES + 1)
                    .toList();
            if (all.size() > MOST_REFERENCE_FILES) {
                report(path, "'" + path + "' has more than " + MOST_REFERENCE_FILES + " files");
                return;
            }
            all.forEach(file -> bytes(path, file));
        } catch (IOException | UncheckedIOException e) {
            report(path, "'" + path + "' cannot be read: " + e.getMessage());
        }
    }

    /** What the kit makes of sources follows from them. */
    private static boolean isBuilt(Path place, Path file) {
        return Files.isDirectory(place.resolve("src")) && file.startsWith(place.resolve("classes"));
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
            places.add(file.normalize());
            digests.put(folder.relativize(file.normalize()).toString(), sha256(content));
            return Optional.of(content);
        } catch (IOException e) {
            report(path, "'" + path + "' cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void report(Text path, String message) {
        report(path, message, "");
    }

    private void report(Text path, String message, String hint) {
        diagnostics.report(SuiteProblem.FILE, path.span(), message, hint);
    }

    /** SHA-256 of the names and the digests of all that was read. */
    String digest() {
        StringBuilder all = new StringBuilder();
        digests.forEach(
                (name, digest) -> all.append(digest).append(' ').append(name).append('\0'));
        return sha256(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

package dev.vmkit.tools.classroom;

import dev.vmkit.tools.classroom.store.Entry;
import dev.vmkit.tools.submission.HandInDigest;
import dev.vmkit.tools.submission.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A class's list: each folder, ZIP or JAR in a folder is somebody's submission, called by its name without ending.
 *
 * @param handIns by their names
 * @param ignored names of what is none
 */
public record Roll(List<HandIn> handIns, Set<String> ignored) {
    public Roll {
        handIns = List.copyOf(handIns);
        ignored = Set.copyOf(ignored);
    }

    /**
     * Reads a folder; hidden files count for nothing.
     *
     * @param times when submissions were handed in, by their names
     */
    public static Roll of(Path folder, Map<String, Instant> times) throws IOException {
        Map<String, HandIn> found = new TreeMap<>();
        Set<String> ignored = new TreeSet<>();
        for (Path path : children(folder)) {
            String file = path.getFileName().toString();
            if (!isSubmission(path)) {
                ignored.add(file);
                continue;
            }
            String name = found.containsKey(plain(file)) ? file : plain(file);
            Optional<Instant> submitted = Optional.ofNullable(times.get(name));
            found.put(name, handIn(name, path, submitted));
        }
        return new Roll(List.copyOf(found.values()), ignored);
    }

    /** One that cannot be read is on the roll, too: its verdict says so. */
    private static HandIn handIn(String name, Path path, Optional<Instant> submitted) {
        String time = submitted.map(Instant::toString).orElse("");
        try {
            Path given = unwrapped(path);
            return new HandIn(new Entry(name, HandInDigest.of(given, time)), given, submitted);
        } catch (IOException | UncheckedIOException unreadable) {
            String digest = new Sha256().add(time).add("unreadable").hexadecimal();
            return new HandIn(new Entry(name, digest), path, submitted);
        }
    }

    /** The entries of all. */
    public List<Entry> entries() {
        return handIns.stream().map(HandIn::entry).toList();
    }

    private static List<Path> children(Path folder) throws IOException {
        List<Path> children = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(path -> !path.getFileName().toString().startsWith("."))
                    .sorted()
                    .forEach(children::add);
        }
        return children;
    }

    private static boolean isSubmission(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) || isArchive(path);
    }

    private static boolean isArchive(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return (name.endsWith(".zip") || name.endsWith(".jar")) && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static String plain(String file) {
        return file.replaceFirst("(?i)\\.(zip|jar)$", "");
    }

    /** Platforms put the file that a student uploaded into a folder: if it is an archive, and alone, it is the submission. */
    private static Path unwrapped(Path path) throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return path;
        }
        List<Path> inside = children(path);
        return inside.size() == 1 && isArchive(inside.getFirst()) ? inside.getFirst() : path;
    }
}

package dev.vmkit.tools.submission;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.layers.archive.ZipArchive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Takes a submission in: a folder, a ZIP or a JAR. Its files are read into memory, which is bounded, under names that are
 * checked, and written to a folder of ours; nothing is ever written to where the submission says.
 */
public final class Intake {
    private static final int MOST_MEMBERS = 5_000;
    private static final int MOST_FILES = 2_000;
    private static final long MOST_BYTES = 64 << 20;
    private static final long MOST_ARCHIVE = 64 << 20;

    /** In the order of their names; by names that no file system takes for one. */
    private final Map<String, Taken> files = new TreeMap<>();

    private long bytes;
    private int members;

    private Intake() {}

    /** A file that was read. */
    private record Taken(PlainName name, byte[] content) {}

    /**
     * Takes a submission.
     *
     * @param into an empty folder
     * @param main a file that every such submission has, such as plugin.yaml; where it lies in a folder, that folder is all
     *     that is taken
     * @throws MistakeException if it is refused; the message says why
     * @throws IOException if it cannot be written
     */
    public static Submission take(Path given, Path into, String main) throws IOException {
        Intake intake = new Intake();
        try {
            intake.read(given);
            intake.unwrap(main);
        } catch (IOException refused) {
            throw MistakeException.of(SubmissionProblem.REFUSED, given.getFileName() + ": " + reason(refused), "");
        }
        return intake.write(into);
    }

    private static String reason(IOException refused) {
        return switch (refused) {
            case java.nio.file.NoSuchFileException _ -> "there is no such file";
            case java.nio.file.AccessDeniedException _ -> "it may not be read";
            default -> refused.getMessage() == null ? "it cannot be read" : refused.getMessage();
        };
    }

    private void read(Path given) throws IOException {
        String name = String.valueOf(given.getFileName()).toLowerCase(Locale.ROOT);
        if (Files.isDirectory(given)) {
            readFolder(given);
        } else if (!Files.exists(given)) {
            throw new IOException("there is no such file");
        } else if (!Files.isRegularFile(given) || !(name.endsWith(".zip") || name.endsWith(".jar"))) {
            throw new IOException("a submission is a folder, a ZIP or a JAR");
        } else if (Files.size(given) > MOST_ARCHIVE) {
            throw new IOException("an archive has at most %,d bytes".formatted(MOST_ARCHIVE));
        } else {
            new ZipArchive(given).visit(MOST_MEMBERS, this::add);
        }
    }

    private void readFolder(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder, new FileVisitOption[0])) {
            for (Path path : (Iterable<Path>) all.skip(1)::iterator) {
                String name = folder.relativize(path)
                        .toString()
                        .replace(path.getFileSystem().getSeparator(), "/");
                readMember(path, name);
            }
        } catch (java.io.UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private void readMember(Path path, String name) throws IOException {
        if (++members > MOST_MEMBERS && !PlainName.of(name).isOfATool()) {
            throw new IOException("it has more than %,d members".formatted(MOST_MEMBERS));
        }
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                || PlainName.of(name).isOfATool()) {
            return;
        }
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("'" + name + "' is a link, or no file at all");
        }
        try (InputStream content = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            add(name, content);
        }
    }

    private void add(String written, InputStream content) throws IOException {
        PlainName name = PlainName.of(written);
        if (name.isOfATool()) {
            return;
        }
        byte[] read = content.readNBytes((int) (MOST_BYTES - bytes) + 1);
        bytes += read.length;
        if (bytes > MOST_BYTES) {
            throw new IOException("its files have more than %,d bytes in all".formatted(MOST_BYTES));
        }
        if (files.put(name.folded(), new Taken(name, read)) != null) {
            throw new IOException("two files are called '" + name + "'");
        }
        if (files.size() > MOST_FILES) {
            throw new IOException("it has more than %,d files".formatted(MOST_FILES));
        }
    }

    /** If the main file lies in one folder, and not at the top, takes that folder for all there is. */
    private void unwrap(String main) {
        Set<String> folders = Set.copyOf(files.values().stream()
                .map(taken -> taken.name().toString())
                .filter(name -> name.endsWith("/" + main))
                .map(name -> name.substring(0, name.length() - main.length()))
                .filter(folder -> folder.indexOf('/') == folder.length() - 1)
                .toList());
        boolean atTheTop = files.values().stream()
                .anyMatch(taken -> taken.name().toString().equals(main));
        if (atTheTop || folders.size() != 1) {
            return;
        }
        String folder = folders.iterator().next();
        Map<String, Taken> inside = new TreeMap<>();
        files.values().stream()
                .filter(taken -> taken.name().toString().startsWith(folder))
                .map(taken -> new Taken(taken.name().below(), taken.content()))
                .forEach(taken -> inside.put(taken.name().folded(), taken));
        files.clear();
        files.putAll(inside);
    }

    private Submission write(Path into) throws IOException {
        Digest digest = new Digest();
        Screening screening = new Screening();
        long total = 0;
        for (Taken taken : files.values()) {
            Path to = into.resolve(taken.name().toString());
            Files.createDirectories(to.getParent());
            Files.write(to, taken.content());
            digest.add(taken.name().toString(), taken.content());
            screening.look(taken.name().toString(), taken.content());
            total += taken.content().length;
        }
        return new Submission(into, digest.hexadecimal(), files.size(), total, screening.remarks());
    }
}

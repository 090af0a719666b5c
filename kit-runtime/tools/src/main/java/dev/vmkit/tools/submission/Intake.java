package dev.vmkit.tools.submission;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.layers.archive.ZipArchive;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Takes a submission in: a folder, a ZIP or a JAR. Its files are read into memory, which is bounded, under names that are
 * checked, and written to a folder of ours; nothing is ever written to where the submission says.
 */
public final class Intake {
    static final int MOST_MEMBERS = 5_000;
    static final long MOST_BYTES = 64 << 20;
    private static final int MOST_FILES = 2_000;
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
     * @param main files of which such a submission has one, such as plugin.yaml: where one lies in a folder, and none at its
     *     place, that folder is all that is taken; and so is a folder around everything
     * @throws MistakeException if it is refused; the message says why
     * @throws IOException if it cannot be written
     */
    public static Submission take(Path given, Path into, Set<String> main) throws IOException {
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
            case java.nio.file.FileSystemException failed -> "it cannot be read: " + failed.getReason();
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
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
                return path.equals(folder) || counts(folder, path)
                        ? FileVisitResult.CONTINUE
                        : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) throws IOException {
                if (counts(folder, path)) {
                    readMember(path, name(folder, path), attributes);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static String name(Path folder, Path path) {
        return folder.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    /** Whether it belongs to the submission; if so, it is counted. What tools keep there may be any number of files. */
    private boolean counts(Path folder, Path path) throws IOException {
        if (PlainName.of(name(folder, path)).isOfATool()) {
            return false;
        }
        if (++members > MOST_MEMBERS) {
            throw new IOException("it has more than %,d members".formatted(MOST_MEMBERS));
        }
        return true;
    }

    private void readMember(Path path, String name, BasicFileAttributes attributes) throws IOException {
        if (!attributes.isRegularFile()) {
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
        if (name.isArchive()) {
            throw new IOException("'" + name + "' is an archive; hand in what is in it, or the archive alone");
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

    private void unwrap(Set<String> main) {
        wrapping(main).ifPresent(folder -> {
            Map<String, Taken> inside = new TreeMap<>();
            files.values().stream()
                    .filter(taken -> taken.name().startsWith(folder))
                    .map(taken -> new Taken(taken.name().below(), taken.content()))
                    .forEach(taken -> inside.put(taken.name().folded(), taken));
            files.clear();
            files.putAll(inside);
        });
    }

    /** The folder that is all there is to the submission, if it is not the whole of it. */
    private Optional<String> wrapping(Set<String> main) {
        Set<String> names =
                files.values().stream().map(taken -> taken.name().toString()).collect(Collectors.toSet());
        if (main.stream().anyMatch(names::contains)) {
            return Optional.empty();
        }
        Set<String> folders =
                files.values().stream().map(taken -> taken.name().top()).collect(Collectors.toSet());
        Set<String> withMain = folders.stream()
                .filter(folder -> main.stream().anyMatch(name -> names.contains(folder + "/" + name)))
                .collect(Collectors.toSet());
        return (withMain.isEmpty() ? folders : withMain)
                .stream().reduce((_, _) -> "").filter(folder -> !folder.isEmpty());
    }

    private Submission write(Path into) throws IOException {
        Sha256 digest = new Sha256();
        Screening screening = new Screening();
        for (Taken taken : files.values()) {
            String name = taken.name().toString();
            Path to = into.resolve(name);
            Files.createDirectories(to.getParent());
            Files.write(to, taken.content());
            digest.add(name).add(taken.content());
            screening.look(name, taken.content());
        }
        return new Submission(into, digest.hexadecimal(), screening.remarks());
    }
}

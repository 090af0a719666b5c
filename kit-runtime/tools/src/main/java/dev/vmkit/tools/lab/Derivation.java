package dev.vmkit.tools.lab;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.SourceFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What students start from, derived from a solution.
 *
 * @param files contents by paths within the folder; a file of which the gaps leave nothing is none of them
 */
public record Derivation(SortedMap<String, byte[]> files) {
    private static final int MOST_FILES = 500;
    private static final int MOST_DEPTH = 8;
    private static final long MOST_BYTES = 16 << 20;

    /** Opens the gaps of every text of a folder; whatever else lies there is taken as it is. */
    public static Derivation of(Path solution) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (String name : names(solution)) {
            Path file = solution.resolve(name);
            if (Files.size(file) > MOST_BYTES) {
                throw wrong("'" + file + "' has more than 16 MiB");
            }
            byte[] content = opened(file, Files.readAllBytes(file));
            if (content.length > 0) {
                files.put(name, content);
            }
        }
        return new Derivation(files);
    }

    private static byte[] opened(Path file, byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.contains(" gap")
                    ? Gaps.opened(new SourceFile(file.toString(), text)).getBytes(StandardCharsets.UTF_8)
                    : content;
        } catch (CharacterCodingException e) {
            return content; // no text, so no gaps
        }
    }

    /** The plain files below a folder, without hidden ones and what the kit compiled. */
    private static SortedSet<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw wrong("there is no folder '" + folder + "'");
        }
        SortedSet<String> names = new TreeSet<>();
        try (Stream<Path> found = Files.walk(folder, MOST_DEPTH)) {
            found.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> Arrays.stream(name.split("/")).noneMatch(Derivation::isLeftOut))
                    .limit(MOST_FILES + 1L)
                    .forEach(names::add);
        }
        if (names.size() > MOST_FILES) {
            throw wrong("'" + folder + "' has more than " + MOST_FILES + " files");
        }
        return names;
    }

    private static boolean isLeftOut(String name) {
        return name.startsWith(".") || name.equals("target") || name.equals("classes");
    }

    /** The files that differ from those of a folder, are missing there, or are there alone. */
    public SortedSet<String> differences(Path starter) throws IOException {
        SortedSet<String> differences = new TreeSet<>(Files.isDirectory(starter) ? names(starter) : files.keySet());
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path there = starter.resolve(file.getKey());
            boolean same = Files.isRegularFile(there) && Arrays.equals(file.getValue(), Files.readAllBytes(there));
            if (same) {
                differences.remove(file.getKey());
            } else {
                differences.add(file.getKey());
            }
        }
        return differences;
    }

    /** Writes all files. Those of an earlier derivation are replaced, but nothing is removed. */
    public void write(Path starter) throws IOException {
        if (Files.exists(starter)) {
            SortedSet<String> strangers = names(starter);
            strangers.removeAll(files.keySet());
            if (!strangers.isEmpty()) {
                throw wrong(
                        "'" + starter + "' has files that the solution does not have: " + String.join(", ", strangers));
            }
        }
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path target = starter.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.write(target, file.getValue());
        }
    }

    private static MistakeException wrong(String message) {
        return MistakeException.of(LabProblem.FILES, message, "");
    }
}

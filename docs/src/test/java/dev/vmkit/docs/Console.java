package dev.vmkit.docs;

import dev.vmkit.tools.cli.Kit;
import dev.vmkit.tools.cli.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the lines of a console block that begin with {@code $ kit} and shows what a person would see. */
final class Console {
    /** The repository, where the plugins that came with the kit lie. */
    static final Path REPOSITORY = repository();

    private final Path folder;

    Console(Path folder) {
        this.folder = folder;
    }

    /** What was shown, and what the command ended with. */
    record Shown(String text, int exitCode) {}

    private static Path repository() {
        Path at = Path.of("").toAbsolutePath();
        while (!at.resolve("kit").toFile().isFile()) {
            at = java.util.Objects.requireNonNull(at.getParent(), "no repository around here");
        }
        return at;
    }

    /** What a page puts in place of the rest of a long output. */
    private static final String AND_SO_ON = "...";

    /**
     * The block again, with what its commands print in place of what it says they print. Where the block cuts an output by
     * a last line {@code ...}, so does the replay, after as many lines.
     */
    String replay(String block) {
        List<String> lines = block.lines().toList();
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("$ ")) {
                shown.append(lines.get(i)).append('\n');
                String text = run(lines.get(i).substring(2)).text();
                boolean unfinished = !text.isEmpty() && !text.endsWith("\n"); // a page has whole lines alone
                shown.append(cutLike(said(lines, i), unfinished ? text + "\n" : text));
            }
        }
        return shown.toString();
    }

    /** The lines between a command and the next one. */
    private static List<String> said(List<String> lines, int command) {
        return lines.stream()
                .skip(command + 1L)
                .takeWhile(line -> !line.startsWith("$ "))
                .toList();
    }

    private static String cutLike(List<String> said, String text) {
        if (said.isEmpty() || !said.getLast().equals(AND_SO_ON)) {
            return text;
        }
        String first =
                text.lines().limit(said.size() - 1L).map(line -> line + "\n").collect(Collectors.joining());
        return first + AND_SO_ON + "\n";
    }

    /**
     * Runs one command line, such as {@code kit check tiny}, {@code echo Ada | kit run machine.yaml} or
     * {@code cp -r lab mine}.
     */
    Shown run(String line) {
        String input = "";
        String command = line;
        if (line.startsWith("echo ")) {
            int pipe = line.indexOf(" | ");
            input = line.substring("echo ".length(), pipe) + "\n";
            command = line.substring(pipe + 3);
        }
        List<String> words = Arrays.asList(command.strip().split(" +"));
        if (words.size() == 4 && command.startsWith("cp -r ")) {
            copy(folder.resolve(words.get(2)), folder.resolve(words.get(3)));
            return new Shown("", 0);
        }
        if (!words.getFirst().equals("kit") && !words.getFirst().equals("./kit")) {
            throw new IllegalArgumentException("a page shows a command that is not the kit's: " + line);
        }
        return kit(input, words.subList(1, words.size()).toArray(String[]::new));
    }

    /** A folder and all in it, to where nothing is yet. */
    static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copied = to.resolve(from.relativize(file));
                Files.createDirectories(copied.getParent());
                Files.copy(file, copied);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Shown kit(String input, String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream screen = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Surroundings surroundings = new Surroundings(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                screen,
                screen,
                folder,
                false,
                Map.of(),
                REPOSITORY.resolve("plugins"));
        int exitCode = Kit.execute(surroundings, arguments);
        return new Shown(bytes.toString(StandardCharsets.UTF_8), exitCode);
    }
}

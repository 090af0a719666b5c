package dev.vmkit.tools.packaging;

import dev.vmkit.testkit.suite.Points;
import dev.vmkit.testkit.suite.Suite;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The ZIP that Gradescope takes for an autograder: {@code setup.sh} and {@code run_autograder} at its top, the suite with all in
 * its folder and what it names outside of that, and the kit itself, without what only whole classes need.
 *
 * @param suiteFile the suite's file
 * @param home the kit's folder, with the launcher
 */
public record GradescopePackage(Suite suite, Path suiteFile, Path home) {
    private static final long MOST_BYTES = 64 << 20;

    /** Writes it. */
    public void write(Path zip) throws IOException {
        Path staged = home.resolve("target/kit");
        if (!Files.isDirectory(staged.resolve("lib")) || !Files.exists(home.resolve("kit"))) {
            throw new IOException("only a kit that was built can be packaged: start it by its launcher");
        }
        try (ZipWriter out = ZipWriter.create(zip)) {
            out.program("setup.sh", script("setup.sh"));
            out.program("run_autograder", script("run_autograder"));
            suite(out);
            out.program("kit/kit", Files.readString(home.resolve("kit")));
            out.text("kit/target/kit/built", "");
            for (Path file : files(staged.resolve("lib"), 1)) {
                out.file("kit/target/kit/lib/" + file.getFileName(), file);
            }
            folder(out, staged.resolve("plugins"), "kit/target/kit/plugins/");
            folder(out, home.resolve("curriculum/01-real-compiler"), "kit/curriculum/01-real-compiler/");
        }
    }

    private void suite(ZipWriter out) throws IOException {
        long bytes = 0;
        Set<Path> files = new TreeSet<>(files(suite.folder(), Integer.MAX_VALUE));
        files.addAll(suite.places());
        for (Path file : files) {
            bytes += Files.size(file);
            if (bytes > MOST_BYTES) {
                throw new IOException("the suite's folder holds more than 64 MiB: " + suite.folder());
            }
            out.file("suite/" + name(root(), file), file);
        }
    }

    /** The folder that everything of the suite lies in, so that a path with {@code ../} leads to the same file in the package. */
    private Path root() {
        Path root = suite.folder();
        for (Path place : suite.places()) {
            while (!place.startsWith(root)) {
                root = Objects.requireNonNull(root.getParent());
            }
        }
        return root;
    }

    private static void folder(ZipWriter out, Path from, String to) throws IOException {
        if (Files.isDirectory(from)) {
            for (Path file : files(from, Integer.MAX_VALUE)) {
                out.file(to + name(from, file), file);
            }
        }
    }

    private static List<Path> files(Path folder, int depth) throws IOException {
        try (Stream<Path> all = Files.walk(folder, depth)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !("/" + name(folder, file)).contains("/."))
                    .sorted()
                    .toList();
        }
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    private String script(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(GradescopePackage.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@SUITE@", name(root(), suiteFile))
                    .replace("@POINTS@", points().toString());
        }
    }

    private Points points() {
        return Points.sum(
                suite.checks().stream().filter(check -> !check.extra()).map(check -> check.points()));
    }
}

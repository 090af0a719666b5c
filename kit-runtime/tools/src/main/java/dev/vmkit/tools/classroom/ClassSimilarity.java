package dev.vmkit.tools.classroom;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.testkit.scratch.ScratchFolder;
import dev.vmkit.tools.classroom.similarity.Comparison;
import dev.vmkit.tools.classroom.similarity.JPlag;
import dev.vmkit.tools.classroom.similarity.Likeness;
import dev.vmkit.tools.submission.Intake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whose work on a roll looks like whose.
 *
 * @param starter what all were given
 * @param vocabulary the words of the kit's formats
 */
public record ClassSimilarity(Roll roll, Optional<Path> starter, Set<String> vocabulary) {
    private static final Set<String> MAIN = Set.of("plugin.yaml");

    /** What is done with a submission's files. */
    @FunctionalInterface
    private interface Look {
        void at(String name, Path folder) throws IOException;
    }

    /** Compares the definitions in YAML. */
    public List<Likeness> definitions(double leastShare) throws IOException {
        Comparison comparison = new Comparison(vocabulary);
        if (starter.isPresent()) {
            comparison.starter(yaml(starter.get()));
        }
        each((name, folder) -> comparison.add(name, yaml(folder)));
        return comparison.pairs(leastShare);
    }

    /** Has JPlag compare the Java sources; false if there are none. */
    public boolean java(JPlag jplag, Path into) throws IOException {
        try (ScratchFolder sources = ScratchFolder.make("jplag")) {
            each((name, folder) -> copyJava(folder, sources.path().resolve(name)));
            try (Stream<Path> any = Files.list(sources.path())) {
                if (any.findAny().isEmpty()) {
                    return false;
                }
            }
            jplag.compare(sources.path(), into.resolve("jplag"), into.resolve("jplag.log"));
            return true;
        }
    }

    private void each(Look look) throws IOException {
        for (HandIn handIn : roll.handIns()) {
            try (ScratchFolder folder = ScratchFolder.make("compare")) {
                Intake.take(handIn.path(), folder.path(), MAIN);
                look.at(handIn.entry().name(), folder.path());
            } catch (MistakeException refused) {
                // Its verdict says so, and there is nothing to compare.
            }
        }
    }

    private static List<SourceFile> yaml(Path folder) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        for (Path path : files(folder, ".yaml", ".yml")) {
            String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
            files.add(new SourceFile(folder.relativize(path).toString(), text));
        }
        return files;
    }

    private static void copyJava(Path from, Path to) throws IOException {
        for (Path path : files(from, ".java")) {
            Path copy = to.resolve(from.relativize(path).toString());
            Files.createDirectories(copy.getParent());
            Files.copy(path, copy);
        }
    }

    private static List<Path> files(Path folder, String... endings) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(path -> Stream.of(endings).anyMatch(path.toString().toLowerCase(Locale.ROOT)::endsWith))
                    .sorted()
                    .toList();
        }
    }
}

package dev.vmkit.tools.cli;

import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.schema.Schemas;
import dev.vmkit.language.yaml.Json;
import dev.vmkit.tools.classroom.ClassSimilarity;
import dev.vmkit.tools.classroom.Roll;
import dev.vmkit.tools.classroom.similarity.JPlag;
import dev.vmkit.tools.classroom.similarity.Likeness;
import dev.vmkit.tools.classroom.similarity.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** Whether and how submissions are compared with each other. */
final class SimilarityOptions {
    private static final double LEAST_SHARE = 0.3;

    @Option(names = "--starter", paramLabel = "FOLDER", description = "What all were given: it makes nobody alike.")
    private Optional<String> starter = Optional.empty();

    @Option(
            names = "--jplag",
            paramLabel = "JAR",
            description = "JPlag's release, which you have installed: compares Java sources, too.")
    private Optional<String> jplag = Optional.empty();

    /** The pairs that are alike, the likest first. */
    List<Likeness> compare(Screen screen, Surroundings surroundings, Roll roll, Path into) throws IOException {
        ClassSimilarity similarity =
                new ClassSimilarity(roll, starter.map(surroundings::path), vocabulary(surroundings));
        if (jplag.isPresent()) {
            Path java = Path.of(System.getProperty("java.home"), "bin", "java");
            boolean ran = similarity.java(new JPlag(java, surroundings.path(jplag.get())), into);
            screen.say(ran ? "JPlag's result: " + into.resolve("jplag.jplag") : "there are no Java sources for JPlag");
        }
        return similarity.definitions(LEAST_SHARE);
    }

    private static Set<String> vocabulary(Surroundings surroundings) throws IOException {
        List<Json> schemas = new ArrayList<>();
        try (Catalog catalog = Catalog.open(List.of(surroundings.plugins()))) {
            for (Schemas.Kind kind : Schemas.Kind.values()) {
                schemas.add(Schemas.of(kind, catalog));
            }
        }
        return Vocabulary.of(schemas);
    }
}

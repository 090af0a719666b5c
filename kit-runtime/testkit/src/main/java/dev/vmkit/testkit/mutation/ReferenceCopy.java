package dev.vmkit.testkit.mutation;

import dev.vmkit.testkit.subject.Question.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A reference, and copies of it with one file changed. */
record ReferenceCopy(Path reference) {
    private static final int MOST_FILES = 2000;

    /** Mutants of all its sources and definitions. */
    List<Mutant> mutants(Kind kind) {
        List<Mutant> mutants = new ArrayList<>();
        for (Path file : files()) {
            String name = reference.relativize(file).toString();
            String called = name.isEmpty() ? file.getFileName().toString() : name;
            String content = read(file);
            mutants.addAll(mutants(kind, called, content));
        }
        return mutants;
    }

    /** Of files that are not what is handed in, such as boards beside a program, there are none. */
    private static List<Mutant> mutants(Kind kind, String file, String content) {
        boolean yaml = file.matches(".*[.]ya?ml") && !file.endsWith("plugin.yaml");
        boolean assembly = file.endsWith(".asm");
        return switch (kind) {
            case PROGRAM -> assembly ? SourceMutants.assembly(file, content) : List.of();
            case MACHINE ->
                assembly ? SourceMutants.assembly(file, content) : yaml ? MachineMutants.of(file, content) : List.of();
            case ISA, DEVICE, POLICY ->
                file.endsWith(".java")
                        ? SourceMutants.java(file, content)
                        : yaml ? DefinitionMutants.of(file, content) : List.of();
        };
    }

    private List<Path> files() {
        if (Files.isRegularFile(reference)) {
            return List.of(reference);
        }
        try (Stream<Path> all = Files.walk(reference)) {
            return all.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
                    .filter(f -> !reference.relativize(f).startsWith("target"))
                    .filter(f -> f.toString().matches(".*[.](ya?ml|java|asm)"))
                    .limit(MOST_FILES)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The reference with the mutant in it, in a folder; where it lies. */
    Path with(Mutant mutant, Path folder) {
        try {
            if (Files.isRegularFile(reference)) {
                return Files.writeString(
                        folder.resolve(Objects.requireNonNull(reference.getFileName())), mutant.content());
            }
            copy(folder);
            Files.writeString(folder.resolve(mutant.file()), mutant.content());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All but what was built: that is made anew of what is changed. */
    private void copy(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(reference)) {
            for (Path from : all.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                Path name = reference.relativize(from);
                if (!name.startsWith("target") && !name.toString().endsWith(".class")) {
                    Path to = folder.resolve(name.toString());
                    Files.createDirectories(Objects.requireNonNull(to.getParent()));
                    Files.copy(from, to);
                }
            }
        }
    }
}

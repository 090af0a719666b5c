package dev.vmkit.tools.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** A kit as a build leaves it, made of what this test runs on; without plugins. */
record Staged(Path home) {
    private static final String OF_TESTS =
            "junit|assertj|byte-buddy|jmh|surefire|maven|math3|jopt|opentest4j|apiguardian|sqlite|postgresql|db-scheduler";

    static Staged in(Path home) throws IOException {
        Path lib = Files.createDirectories(home.resolve("target/kit/lib"));
        Files.createDirectory(home.resolve("target/kit/plugins"));
        Files.copy(Path.of("../../kit"), home.resolve("kit"));
        int number = 0;
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(place);
            if (path.endsWith("classes")) {
                jar(path, lib.resolve("kit-" + number++ + ".jar"));
            } else if (place.endsWith(".jar") && !place.matches(".*(" + OF_TESTS + ").*")) {
                Files.copy(path, lib.resolve(path.getFileName()));
            }
        }
        return new Staged(home);
    }

    private static void jar(Path classes, Path file) throws IOException {
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            jar.setLevel(0);
            for (Path each : files(classes)) {
                jar.putNextEntry(new ZipEntry(classes.relativize(each).toString()));
                Files.copy(each, jar);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}

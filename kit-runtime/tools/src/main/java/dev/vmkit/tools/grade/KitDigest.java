package dev.vmkit.tools.grade;

import dev.vmkit.tools.isolate.KitRuntime;
import dev.vmkit.tools.submission.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What tells two builds of the kit apart, since the same version may be built of changed sources. */
public final class KitDigest {
    private static final int DIGITS = 12;

    private KitDigest() {}

    /** Of the kit's classes and its plugins; twelve hexadecimal digits. */
    public static String of(KitRuntime kit) throws IOException {
        Sha256 digest = new Sha256();
        List<Path> places = Stream.concat(kit.classPath().stream().filter(KitDigest::isOurs), Stream.of(kit.plugins()))
                .filter(Files::exists)
                .toList();
        for (Path place : places) {
            for (Path file : files(place)) {
                digest.add(place.relativize(file).toString()).add(file);
            }
        }
        return digest.hexadecimal().substring(0, DIGITS);
    }

    private static boolean isOurs(Path place) {
        return Files.isDirectory(place) || place.getFileName().toString().startsWith("kit-");
    }

    private static List<Path> files(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}

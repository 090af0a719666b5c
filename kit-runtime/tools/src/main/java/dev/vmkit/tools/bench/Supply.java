package dev.vmkit.tools.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** The files that kernels are made of, which came with the kit. */
final class Supply {
    private Supply() {}

    /** Copies a file into a folder, which is made if need be. */
    static Path copy(String name, Path folder) throws IOException {
        Path to = Files.createDirectories(folder)
                .resolve(Objects.requireNonNull(Path.of(name).getFileName()));
        try (InputStream in = Objects.requireNonNull(Supply.class.getResourceAsStream(name), name)) {
            Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
        }
        return to;
    }
}

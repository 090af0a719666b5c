package dev.vmkit.testkit.conform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that lies beside the material: what is to come of it, or what is typed.
 *
 * @param name as people see it
 * @param text what is in it, a character a byte; nothing if there is no such file, or one of more than 256 KiB
 */
record Beside(String name, Optional<String> text) {
    private static final int MOST_BYTES = 1 << 18;

    /**
     * The file that a setting names or, if it names none, the one that is called as the material is.
     *
     * @param ending what it has in place of the material's own ending
     */
    static Beside of(Material material, String named, String ending) {
        String own = material.name().substring(material.name().lastIndexOf('/') + 1);
        String name = named.isEmpty() ? own.replaceFirst("\\.[^.]*$", "") + ending : named;
        return new Beside(name, text(material.path().resolveSibling(name)));
    }

    private static Optional<String> text(Path file) {
        try {
            return Files.size(file) > MOST_BYTES
                    ? Optional.empty()
                    : Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}

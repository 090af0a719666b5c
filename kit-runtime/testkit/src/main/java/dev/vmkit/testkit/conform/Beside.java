package dev.vmkit.testkit.conform;

import dev.vmkit.language.text.MistakeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that lies beside the material: what is to come of it, or what is typed.
 *
 * @param name as people see it
 * @param text what is in it, a character a byte; nothing if there is no such file
 */
record Beside(String name, Optional<String> text) {
    private static final int MOST_BYTES = 1 << 18;

    /**
     * The file that a setting names or, if it names none, the one that is called as the material is.
     *
     * @param ending what it has in place of the material's own ending
     * @throws MistakeException if it is a file that cannot be read or has more than 256 KiB
     */
    static Beside of(Material material, String named, String ending) {
        String own = material.name().substring(material.name().lastIndexOf('/') + 1);
        String name = named.isEmpty() ? own.replaceFirst("\\.[^.]*$", "") + ending : named;
        Path file = material.path().resolveSibling(name);
        return new Beside(name, Files.isRegularFile(file) ? Optional.of(text(file, name)) : Optional.empty());
    }

    private static String text(Path file, String name) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw refused("'" + name + "' has more than 256 KiB");
            }
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw refused("'" + name + "' cannot be read");
        }
    }

    /**
     * What is in it, if the setting that names it may do without.
     *
     * @throws MistakeException if a setting names it and there is no such file
     */
    String textOr(String nothing, String named) {
        if (text.isEmpty() && !named.isEmpty()) {
            throw refused("there is no file '" + named + "'");
        }
        return text.orElse(nothing);
    }

    private static MistakeException refused(String why) {
        return MistakeException.of(ConformProblem.MATERIAL, why, "");
    }
}

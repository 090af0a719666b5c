package dev.vmkit.testkit.conform;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A file that was brought.
 *
 * @param name as the person called it
 * @param path where it lies, for formats whose files name others beside them
 */
public record Material(String name, Path path, byte[] content) {

    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }
}

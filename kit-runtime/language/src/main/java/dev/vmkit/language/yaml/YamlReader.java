package dev.vmkit.language.yaml;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.util.Optional;

/** Reads one YAML document into a positioned tree. */
public final class YamlReader {
    private YamlReader() {}

    /** The document's root, or nothing where the mistakes reported to {@code diagnostics} leave no tree. */
    public static Optional<YamlNode> read(SourceFile file, Diagnostics diagnostics) {
        throw new IllegalStateException("seam: to be written");
    }
}

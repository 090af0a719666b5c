package dev.vmkit.assembly.catalog;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Span;
import java.io.IOException;
import java.util.Optional;

/** A plugin that was found: what it declares and where its files are. */
record InstalledPlugin(PluginDeclaration declaration, PluginSource source) {

    String name() {
        return declaration.name().value();
    }

    /** A file of the plugin that a mistake at {@code at} is reported for, if it is missing. */
    Optional<SourceFile> text(String path, Span at, Diagnostics diagnostics) {
        try {
            Optional<SourceFile> text = source.text(path);
            if (text.isEmpty()) {
                missing(path, at, "", diagnostics);
            }
            return text;
        } catch (IOException e) {
            missing(path, at, ": " + e.getMessage(), diagnostics);
            return Optional.empty();
        }
    }

    /** A file of the plugin that a mistake at {@code at} is reported for, if it is missing. */
    Optional<byte[]> bytes(String path, Span at, Diagnostics diagnostics) {
        try {
            Optional<byte[]> bytes = source.read(path);
            if (bytes.isEmpty()) {
                missing(path, at, "", diagnostics);
            }
            return bytes;
        } catch (IOException e) {
            missing(path, at, ": " + e.getMessage(), diagnostics);
            return Optional.empty();
        }
    }

    private void missing(String path, Span at, String why, Diagnostics diagnostics) {
        diagnostics.report(
                CatalogProblem.MISSING_FILE, at, "plugin " + name() + " has no readable file '" + path + "'" + why);
    }
}

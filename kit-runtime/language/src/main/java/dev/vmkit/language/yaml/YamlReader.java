package dev.vmkit.language.yaml;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.SourceFile;
import java.util.Optional;
import tools.jackson.core.JsonToken;

/** Reads one YAML document into a positioned tree. */
public final class YamlReader {
    /** The most characters of a file. */
    static final int MOST_CHARACTERS = 4 << 20;

    private YamlReader() {}

    /** The document's root, or nothing where the file is empty or its mistakes leave no tree; both are reported. */
    public static Optional<YamlNode> read(SourceFile file, Diagnostics diagnostics) {
        try {
            refuseUnreadable(file);
            return Optional.of(document(file, diagnostics));
        } catch (MistakeException e) {
            e.diagnostics().forEach(diagnostics::add);
            return Optional.empty();
        }
    }

    private static void refuseUnreadable(SourceFile file) {
        if (file.content().length() > MOST_CHARACTERS) {
            throw MistakeException.of(
                    YamlProblem.TOO_LARGE,
                    file.span(0, 0),
                    "the file has " + file.content().length() + " characters, at most " + MOST_CHARACTERS + " are read",
                    "");
        }
        Characters.refuseUnprintable(file);
    }

    private static YamlNode document(SourceFile file, Diagnostics diagnostics) {
        try (YamlTokens tokens = new YamlTokens(file)) {
            JsonToken first = tokens.next();
            if (first == null) {
                throw MistakeException.of(
                        YamlProblem.SYNTAX, file.span(0, 0), "the file says nothing", "a definition is expected");
            }
            YamlNode root = new TreeBuilder(tokens, diagnostics).node(first, 1);
            if (tokens.next() != null) {
                throw MistakeException.of(
                        YamlProblem.SEVERAL_DOCUMENTS,
                        tokens.here(),
                        "a second document starts here",
                        "one file, one definition");
            }
            return root;
        }
    }
}

package dev.vmkit.language.yaml;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.SourceFile;

/** Which characters a file may hold (YAML 1.2.2, section 5.1). */
final class Characters {
    private Characters() {}

    /** Throws at the first character that may not stand in a YAML file. */
    static void refuseUnprintable(SourceFile file) {
        String content = file.content();
        for (int i = 0; i < content.length(); i++) {
            int c = content.codePointAt(i);
            if (!printable(c)) {
                throw MistakeException.of(
                        YamlProblem.CHARACTER,
                        file.span(i, i + 1),
                        "character " + name(c) + " may not stand in a text file",
                        c == 0xFFFD ? "save the file as UTF-8" : "");
            }
            i += Character.charCount(c) - 1;
        }
    }

    private static boolean printable(int c) {
        if (c < ' ') {
            return c == '\t' || c == '\n' || c == '\r';
        }
        return c < 0x7F || c == 0x85 || c >= 0xA0 && !surrogate(c) && c != 0xFFFD && c != 0xFFFE && c != 0xFFFF;
    }

    private static boolean surrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** Whether every surrogate of {@code text} has its other half. */
    static boolean wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            int c = text.codePointAt(i);
            if (surrogate(c)) {
                return false;
            }
            i += Character.charCount(c) - 1;
        }
        return true;
    }

    private static String name(int c) {
        return String.format("U+%04X", c);
    }
}

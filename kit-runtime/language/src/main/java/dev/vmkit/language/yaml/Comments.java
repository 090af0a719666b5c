package dev.vmkit.language.yaml;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;

/** Finds text that was cut off because a {@code #} after a blank starts a comment: {@code asm: LDA #{v8}}. */
final class Comments {
    private Comments() {}

    /** Warns if a {@code #} with no blank behind it follows the plain scalar that ends at {@code end}. */
    static void warn(SourceFile file, int end, Diagnostics diagnostics) {
        String source = file.content();
        int at = end;
        while (at < source.length() && Lines.isBlank(source.charAt(at))) {
            at++;
        }
        if (at > end && looksLikeText(source, at)) {
            diagnostics.report(
                    YamlProblem.COMMENT,
                    file.span(at, Lines.endOfLine(source, at)),
                    "'#' starts a comment here, so this does not belong to the text before it",
                    "quote the whole text, or put a space behind '#'");
        }
    }

    /** Whether nothing but blanks stands between an empty scalar and a {@code #} that looks like text. */
    static boolean followOn(YamlScalar empty) {
        String source = empty.span().file().content();
        int at = empty.span().start();
        while (at < source.length() && Lines.isBlank(source.charAt(at))) {
            at++;
        }
        return looksLikeText(source, at);
    }

    /** Whether {@code #} is followed by something that is not obviously a comment. */
    static boolean looksLikeText(String source, int at) {
        return at + 1 < source.length()
                && source.charAt(at) == '#'
                && "# \t\r\n!-=*".indexOf(source.charAt(at + 1)) < 0;
    }
}

package dev.vmkit.language.yaml;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks through unquoted text for what its author can hardly have meant as text. */
final class PlainText {
    private static final String TYPOGRAPHIC = "\u2018\u2019\u201A\u201C\u201D\u201E\u00AB";

    private static final Pattern DASH = Pattern.compile("[ \n]- ");

    private PlainText() {}

    /** Checks a plain scalar whose source ends at {@code end}; quoted ones are always what they seem. */
    static void check(SourceFile file, YamlScalar scalar, int end, Diagnostics diagnostics) {
        if (scalar.quoted()) {
            return;
        }
        Comments.warn(file, end, diagnostics);
        Matcher dash = DASH.matcher(scalar.value());
        while (dash.find()) {
            reportItem(file, scalar.text().span(dash.start(), dash.end() - 1), diagnostics);
        }
        if (!scalar.value().isEmpty() && TYPOGRAPHIC.indexOf(scalar.value().charAt(0)) >= 0) {
            diagnostics.report(
                    YamlProblem.TYPOGRAPHIC,
                    scalar.text().span(0, 1),
                    "a typographic quote does not quote: it is part of the text",
                    "write \" or '");
        }
    }

    /** {@code breakAndDash} starts where the character before the dash stands: a line break, if lines were joined. */
    private static void reportItem(SourceFile file, Span breakAndDash, Diagnostics diagnostics) {
        if (Lines.isBreak(file.content().charAt(breakAndDash.start()))) {
            diagnostics.report(
                    YamlProblem.CONTINUED,
                    file.span(breakAndDash.end() - 1, breakAndDash.end()),
                    "this line goes on with the text of the line above and is no list item",
                    "leave the key alone on its line, or quote the text");
        }
    }
}

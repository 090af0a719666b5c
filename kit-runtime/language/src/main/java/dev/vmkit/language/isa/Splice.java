package dev.vmkit.language.isa;

import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.List;

/** Puts texts together so that every character still points at where it came from. */
final class Splice {
    private final SourceFile file;
    private final StringBuilder value = new StringBuilder();
    private final List<Integer> offsets = new ArrayList<>();
    private int end;

    /** For a text in the file of {@code template}. */
    Splice(Text template) {
        Span span = template.span();
        this.file = span.file();
        this.end = span.end();
    }

    /** Adds a text of the same file. */
    Splice add(Text part) {
        for (int i = 0; i < part.length(); i++) {
            offsets.add(part.span(i, i + 1).start());
        }
        value.append(part.value());
        end = part.span().end();
        return this;
    }

    /** Adds a text in the place of {@code hole}; if it stands in another file, it points at the hole. */
    Splice insert(Text part, Text hole) {
        return part.span().file().equals(file) ? add(part) : add(part.value(), hole);
    }

    /** Adds characters that all point at the name they replace. */
    Splice add(String characters, Text replaced) {
        Span span = replaced.span();
        int last = characters.length() - 1;
        for (int i = 0; i <= last; i++) {
            offsets.add(i == last ? Math.max(span.start(), span.end() - 1) : span.start());
        }
        value.append(characters);
        end = span.end();
        return this;
    }

    Text text() {
        offsets.add(end);
        return new Text(
                file,
                value.toString(),
                offsets.stream().mapToInt(Integer::intValue).toArray());
    }
}

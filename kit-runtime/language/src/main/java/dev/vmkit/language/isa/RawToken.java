package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import java.util.List;

/** A piece of an assembly line as written, names not yet looked up. */
sealed interface RawToken {
    /** A word or a punctuation character. */
    record Literal(Text text) implements RawToken {}

    /** White space. */
    record Gap() implements RawToken {}

    /** {@code {name}}. */
    record Hole(Text name) implements RawToken {}

    /** The line as it would be written. */
    static String show(List<RawToken> line) {
        StringBuilder shown = new StringBuilder();
        for (RawToken token : line) {
            shown.append(
                    switch (token) {
                        case Literal(Text text) -> text.value();
                        case Gap() -> " ";
                        case Hole(Text name) -> "{" + name + "}";
                    });
        }
        return shown.toString();
    }
}

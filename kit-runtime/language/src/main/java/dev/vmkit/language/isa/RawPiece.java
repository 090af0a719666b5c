package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import java.util.List;

/** A piece of an encoding as written, names not yet looked up. */
sealed interface RawPiece {
    Text text();

    /** Digits: {@code 0101} or {@code 0x4C}. */
    record Bits(Text text, int width, long value) implements RawPiece {}

    /** As many bits as there are dashes. */
    record Ignored(Text text, int width) implements RawPiece {}

    /** A name, with the slices written behind it; without any, all its bits are meant. */
    record Named(Text text, Text name, List<Slice> slices) implements RawPiece {
        String id() {
            return name.value();
        }
    }

    /** Bits {@code high} to {@code low} of a value. */
    record Slice(Text text, int high, int low) {
        int width() {
            return high - low + 1;
        }
    }

    /** The pieces between two commas. */
    record Word(Text text, List<RawPiece> pieces) {}
}

package dev.vmkit.language.semantics;

import dev.vmkit.language.isa.Layout;
import org.jspecify.annotations.Nullable;

/** The type of a local. */
sealed interface Type {
    /** Bits, within [1, 64], perhaps with named fields. */
    record Sized(int width, @Nullable Layout layout) implements Type {
        Sized(int width) {
            this(width, null);
        }
    }

    /** A number without width. */
    record Numeric(Range range) implements Type {}

    /** Of a local whose value is wrong, which is reported already. */
    record Unknown() implements Type {}
}

package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.isa.Layout;
import dev.vmkit.language.text.Span;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What an expression turned out to be. */
sealed interface Typed {
    /** A value with a width. Its bit fields have names if it has a layout. */
    record Bits(Expr expr, @Nullable Layout layout) implements Typed {
        Bits(Expr expr) {
            this(expr, null);
        }

        int width() {
            return expr.width();
        }
    }

    /** A number without a width: 64 bits in two's complement, of a known range. */
    record Number(Expr expr, Range range) implements Typed {}

    /**
     * An expression that takes its width from where it goes. {@code at} makes it for a width; it is called once, and
     * reports if the width is impossible.
     *
     * @param least the smallest width it may take
     */
    record Open(Span span, int least, IntFunction<Expr> at) implements Typed {}

    /** Something wrong that is reported already; nothing more is said about it. */
    record Bad() implements Typed {}

    Bad BAD = new Bad();
}

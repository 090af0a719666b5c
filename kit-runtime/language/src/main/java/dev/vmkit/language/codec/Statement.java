package dev.vmkit.language.codec;

import dev.vmkit.language.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a line of assembly asks for. */
sealed interface Statement {
    Span span();

    /** The name of the address that follows. */
    record Label(String name, Span span) implements Statement {}

    /** An instruction, with the forms it can be; the shortest comes first. */
    record Code(List<Match> matches, Span span) implements Statement {}

    /** Data, each of {@code units} address units. */
    record Data(int units, int bits, List<Expression> values, Span span) implements Statement {}

    /** Bytes of a string, each in an address unit. */
    record Bytes(byte[] bytes, Span span) implements Statement {}

    /** A number of address units that hold the same. */
    record Fill(Expression count, @Nullable Expression value, Span span) implements Statement {}

    /** Goes on at a multiple of some number of address units, or of a power of two. */
    record Align(Expression to, boolean power, Span span) implements Statement {}

    /** Goes on at an address. */
    record Origin(Expression address, Span span) implements Statement {}
}

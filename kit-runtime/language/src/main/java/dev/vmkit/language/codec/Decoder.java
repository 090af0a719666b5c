package dev.vmkit.language.codec;

import dev.vmkit.language.ir.Isa;

/** Finds the form that bits belong to, by a decision tree derived from the encodings. Immutable. */
public final class Decoder {

    private Decoder() {}

    public static Decoder of(Isa isa) {
        throw new IllegalStateException("seam: to be written");
    }

    /** Decodes the instruction at the start of {@code source}. */
    public Decoding decode(UnitSource source) {
        throw new IllegalStateException("seam: to be written");
    }
}

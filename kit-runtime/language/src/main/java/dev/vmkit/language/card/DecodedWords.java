package dev.vmkit.language.card;

import dev.vmkit.language.codec.Decoder;
import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.ir.Isa;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Which of all first units are decoded, the units behind them being 0. Only for units of 16 bits. */
record DecodedWords(BitSet words, int count) {
    private static final int UNIT = 16;

    static Optional<DecodedWords> of(Isa isa) {
        if (isa.model().fetch().unit() != UNIT) {
            return Optional.empty();
        }
        Decoder decoder = Decoder.of(isa);
        BitSet words = new BitSet(1 << UNIT);
        for (int word = 0; word < 1 << UNIT; word++) {
            long first = word;
            if (decoder.decode(offset -> offset == 0 ? first : 0) instanceof Decoding.Decoded) {
                words.set(word);
            }
        }
        return Optional.of(new DecodedWords(words, 1 << UNIT));
    }

    /** The share of the words with these bits that are decoded. */
    static OptionalDouble share(Optional<DecodedWords> decoded, long mask, long value) {
        return decoded.map(d -> OptionalDouble.of(d.share(mask, value))).orElseGet(OptionalDouble::empty);
    }

    private double share(long mask, long value) {
        int all = 0;
        int here = 0;
        for (int word = 0; word < count; word++) {
            if ((word & mask) == value) {
                all++;
                here += words.get(word) ? 1 : 0;
            }
        }
        return (double) here / all;
    }

    String summary() {
        int defined = words.cardinality();
        return String.format(
                Locale.ROOT,
                "of %,d words %,d are decoded and %,d are undefined (percents tell how much of a cell is decoded)",
                count,
                defined,
                count - defined);
    }
}

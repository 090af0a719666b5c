package dev.vmkit.language.ieee;

import java.util.Random;
import java.util.stream.LongStream;

/** Numbers on which arithmetic goes wrong, if it does. */
final class Operands {
    private Operands() {}

    /** Finite numbers at the edges of a format, of both signs. */
    static long[] corners(Format format) {
        long one = (long) format.bias() << (format.precision() - 1);
        long ulp = 1;
        long least = 1L << (format.precision() - 1);
        long half = one - least;
        long digits = 0x5555_5555_5555_5555L & (least - 1);
        LongStream positive = LongStream.of(
                0,
                1,
                2,
                least - 1,
                least,
                least + 1,
                2 * least - 1,
                half,
                half + ulp,
                one - ulp,
                one,
                one + ulp,
                one | digits,
                one + least - ulp,
                one + least / 2,
                one + (format.precision() - 1) * least + ulp,
                one + format.precision() * least,
                one + 31 * least / 3,
                format.largest(false) - least,
                format.largest(false));
        return positive.filter(format::isFinite)
                .flatMap(x -> LongStream.of(x, x | format.sign()))
                .toArray();
    }

    /** A finite number; mostly of middling size, with few or with many digits. */
    static long any(Format format, Random random) {
        int fractionBits = format.precision() - 1;
        int exponents = 1 << (format.width() - format.precision());
        int near = Math.min(format.bias() / 2, 60);
        int biased = random.nextInt(4) == 0
                ? random.nextInt(exponents - 1)
                : format.bias() - near + random.nextInt(2 * near);
        long fraction = random.nextLong() & ((1L << fractionBits) - 1);
        long kept = random.nextInt(3) == 0 ? fraction & -1L << random.nextInt(fractionBits) : fraction;
        return format.zero(random.nextBoolean()) | (long) biased << fractionBits | kept;
    }

    /** An integer of any size. */
    static long integer(int width, Random random) {
        long mask = -1L >>> (64 - width);
        long value = random.nextLong() >> random.nextInt(64);
        return (random.nextInt(4) == 0 ? 1L << random.nextInt(width) : value) & mask;
    }
}

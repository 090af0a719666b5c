package dev.vmkit.language.sensitivity;

import dev.vmkit.language.ir.Operations;

/**
 * What is known of a value in two runs, bit by bit.
 *
 * @param width bits of the value, within [1, 64]
 * @param first what is known of it in the first run
 * @param second and in the second
 * @param differ the bits that may differ between the runs; those of which both know the same are not among them
 * @param origin bits that are still those of a register
 */
record Twin(int width, Half first, Half second, long differ, Origin origin) {

    /** The bits known in one run, and their values; bits that are not known are 0. */
    record Half(long known, long bits) {
        static final Half UNKNOWN = new Half(0, 0);

        static Half of(long value, int width) {
            long mask = Operations.mask(width);
            return new Half(mask, value & mask);
        }

        boolean mayBe(long value, int width) {
            return ((bits ^ value) & known & Operations.mask(width)) == 0;
        }

        boolean isKnown(int width) {
            return known == Operations.mask(width);
        }

        /** What is known if it is this or that. */
        Half or(Half other) {
            long same = known & other.known & ~(bits ^ other.bits);
            return new Half(same, bits & same);
        }
    }

    /**
     * Bits that are still those a register held at the beginning.
     *
     * @param slot of the register; of no meaning where no bits are kept
     * @param offset what to add to a bit's number to get that in the register
     * @param kept which bits
     */
    record Origin(int slot, int offset, long kept) {
        static final Origin NONE = new Origin(-1, 0, 0);

        Origin only(long bits) {
            return (kept & bits) == 0 ? NONE : new Origin(slot, offset, kept & bits);
        }

        boolean isLike(Origin other) {
            return slot == other.slot && offset == other.offset;
        }

        /** What is of this register in both values. */
        Origin and(Origin other) {
            return isLike(other) ? only(other.kept) : NONE;
        }

        /** Bits of the one value beside bits of the other. */
        Origin beside(Origin other) {
            if (kept == 0 || other.kept == 0) {
                return kept == 0 ? other : this;
            }
            return isLike(other) ? new Origin(slot, offset, kept | other.kept) : NONE;
        }

        /** Of the value moved up by so many bits, or down. */
        Origin moved(int up, int width) {
            long moved = (up >= 64 || up <= -64 ? 0 : up >= 0 ? kept << up : kept >>> -up) & Operations.mask(width);
            return moved == 0 ? NONE : new Origin(slot, offset - up, moved);
        }
    }

    Twin {
        differ &= Operations.mask(width) & ~(first.known & second.known & ~(first.bits ^ second.bits));
    }

    /** A number. */
    static Twin constant(int width, long value) {
        Half half = Half.of(value, width);
        return new Twin(width, half, half, 0, Origin.NONE);
    }

    /** Anything, but the same in both runs. */
    static Twin same(int width) {
        return new Twin(width, Half.UNKNOWN, Half.UNKNOWN, 0, Origin.NONE);
    }

    /** Anything; the same in both runs only if {@code same}. */
    static Twin unknown(int width, boolean same) {
        return new Twin(width, Half.UNKNOWN, Half.UNKNOWN, same ? 0 : -1, Origin.NONE);
    }

    boolean isSame() {
        return differ == 0;
    }

    /** Whether it is one number in both runs. */
    boolean isNumber() {
        return differ == 0 && first.isKnown(width) && second.isKnown(width);
    }

    /** The number that it is. */
    long number() {
        return first.bits;
    }

    /** What is known where two paths meet, either of which both runs have taken. */
    Twin join(Twin other) {
        return this == other
                ? this
                : new Twin(
                        width,
                        first.or(other.first),
                        second.or(other.second),
                        differ | other.differ,
                        origin.and(other.origin));
    }

    /** The value that is this in the first run, and {@code other} in the second. */
    Twin against(Twin other) {
        if (this == other) {
            return this;
        }
        // Bits that still are those of one register differ where they did at the beginning, which both have taken over.
        Origin both = origin.and(other.origin);
        return new Twin(width, first, other.second, ~both.kept() | differ | other.differ, both);
    }
}

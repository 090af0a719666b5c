package dev.vmkit.language.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows the head of a form that is longer than 64 bits or has LEB128 operands. It is read unit by unit, and no
 * further than the first unit that does not fit.
 *
 * @param start the unit at which it starts
 */
record Tail(int start, List<Stretch> stretches) {
    private static final int MISMATCH = -1;

    /** The tail of a form whose head has {@code headUnits}, or null if it has none. */
    static @Nullable Tail of(FormPattern pattern, int headUnits) {
        List<Stretch> rest = new ArrayList<>(pattern.stretches());
        if (headUnits > 0) {
            Stretch.Units first = (Stretch.Units) rest.removeFirst();
            if (first.count() > headUnits) {
                rest.addFirst(after(first, headUnits));
            }
        }
        return rest.isEmpty() ? null : new Tail(headUnits, List.copyOf(rest));
    }

    private static Stretch.Units after(Stretch.Units whole, int from) {
        return new Stretch.Units(
                Arrays.copyOfRange(whole.masks(), from, whole.count()),
                Arrays.copyOfRange(whole.values(), from, whole.count()),
                whole.fields().stream()
                        .filter(f -> f.unit() >= from)
                        .map(f -> new BitField(f.operand(), f.unit() - from, f.shift(), f.width(), f.low()))
                        .toList());
    }

    /** Adds the codes found to {@code codes}; the number of units of the whole instruction, or -1 if it does not fit. */
    int read(UnitSource source, long[] codes) {
        int at = start;
        for (Stretch stretch : stretches) {
            at = switch (stretch) {
                case Stretch.Units fixed -> units(fixed, source, at, codes);
                case Stretch.LebBytes leb -> leb(leb, source, at, codes);
            };
            if (at == MISMATCH) {
                return MISMATCH;
            }
        }
        return at;
    }

    private static int units(Stretch.Units fixed, UnitSource source, int at, long[] codes) {
        for (int u = 0; u < fixed.count(); u++) {
            long bits = source.unit(at + u);
            if ((bits & fixed.masks()[u]) != fixed.values()[u]) {
                return MISMATCH;
            }
            for (BitField f : fixed.fields()) {
                if (f.unit() == u) {
                    codes[f.operand()] |= f.pick(bits);
                }
            }
        }
        return at + fixed.count();
    }

    /** Refuses a number of too many bits and one that is not in its shortest form: they could not be printed exactly. */
    private static int leb(Stretch.LebBytes leb, UnitSource source, int at, long[] codes) {
        long groups = 0;
        int count = 0;
        long unit;
        do {
            unit = source.unit(at + count);
            groups |= (unit & 0x7F) << 7 * count++;
        } while (Leb128.more(unit) && count < Leb128.longest(leb.width()));
        long value = Leb128.value(groups, count, leb.signed());
        codes[leb.operand()] = value;
        return Leb128.endsWith(unit, value, count, leb.signed()) && Leb128.fits(value, leb.width(), leb.signed())
                ? at + count
                : MISMATCH;
    }
}

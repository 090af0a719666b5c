package dev.vmkit.language.codec;

import dev.vmkit.language.codec.DecisionTree.Guard;
import dev.vmkit.language.codec.DecisionTree.Node;
import dev.vmkit.language.codec.DecisionTree.Switch;
import dev.vmkit.language.codec.DecisionTree.Try;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.ByteOrder;

/**
 * Finds the form that bits belong to, by a decision tree derived from the encodings. Immutable.
 *
 * <p>It reads no unit that the shortest form still possible would not have: a 16-bit instruction at the end of a page
 * never touches the next page.
 */
public final class Decoder {
    private final Node root;
    private final int unit;
    private final boolean bigEndian;

    private Decoder(Node root, int unit, boolean bigEndian) {
        this.root = root;
        this.unit = unit;
        this.bigEndian = bigEndian;
    }

    public static Decoder of(Isa isa) {
        return new Decoder(
                DecisionTree.of(isa), isa.model().fetch().unit(), isa.model().byteOrder() == ByteOrder.BIG);
    }

    /** Decodes the instruction at the start of {@code source}. */
    public Decoding decode(UnitSource source) {
        long bits = 0;
        int units = 0;
        Node node = root;
        while (true) {
            for (; units < node.units(); units++) {
                bits |= source.unit(units) << units * unit;
            }
            if (node instanceof Switch s) {
                node = s.child(bits);
            } else if (node instanceof Guard g && (bits & g.mask()) == g.value()) {
                node = g.then();
            } else if (node instanceof Try t) {
                Decoding found = t.candidate().match(bits, source);
                if (found != null) {
                    return found;
                }
                node = t.otherwise();
            } else {
                return new Decoding.Undefined(inByteOrder(bits, units), units);
            }
        }
    }

    /** The units read, as one number in the ISA's byte order. */
    private long inByteOrder(long bits, int units) {
        return bigEndian ? reversed(bits, units, unit) : bits;
    }

    /** Units packed with the first one lowest, packed with the first one highest. */
    static long reversed(long bits, int units, int unit) {
        long reversed = 0;
        for (int u = 0; u < units; u++) {
            reversed |= (bits >>> u * unit & BitField.ones(unit)) << (units - 1 - u) * unit;
        }
        return reversed;
    }
}

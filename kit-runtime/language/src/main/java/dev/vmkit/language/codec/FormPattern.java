package dev.vmkit.language.codec;

import dev.vmkit.language.isa.ByteOrder;
import dev.vmkit.language.isa.Encoding;
import dev.vmkit.language.isa.Form;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.Operand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The encoding of a form, taken apart into address units in the order of memory.
 *
 * @param unit bits of an address unit
 * @param stretches what follows what
 */
record FormPattern(int unit, List<Stretch> stretches) {

    FormPattern {
        stretches = List.copyOf(stretches);
    }

    /** The number of units before the first LEB128 operand; all of them where there is none. */
    int fixedUnits() {
        return stretches.isEmpty() || !(stretches.getFirst() instanceof Stretch.Units first) ? 0 : first.count();
    }

    /** Whether every instruction of this form has the same number of units. */
    boolean fixedSize() {
        return stretches.stream().noneMatch(Stretch.LebBytes.class::isInstance);
    }

    static FormPattern of(IsaModel isa, Form form) {
        Builder builder = new Builder(isa.fetch().unit(), isa.byteOrder(), form.operands());
        form.encoding().words().forEach(builder::add);
        return builder.build();
    }

    /** Collects words into stretches. */
    private static final class Builder {
        private final int unit;
        private final ByteOrder order;
        private final List<Operand> operands;
        private final List<Stretch> stretches = new ArrayList<>();
        private final List<BitField> fields = new ArrayList<>();
        private long[] masks = {};
        private long[] values = {};

        Builder(int unit, ByteOrder order, List<Operand> operands) {
            this.unit = unit;
            this.order = order;
            this.operands = operands;
        }

        void add(Encoding.Word word) {
            int first = masks.length;
            int units = word.width() / unit;
            masks = Arrays.copyOf(masks, first + units);
            values = Arrays.copyOf(values, first + units);
            int top = word.width();
            for (Encoding.Piece piece : word.pieces()) {
                top -= piece.width();
                if (piece instanceof Encoding.LebBytes leb) {
                    endStretch();
                    Operand.Leb operand = (Operand.Leb) operands.get(leb.operand());
                    stretches.add(new Stretch.LebBytes(leb.operand(), operand.width(), operand.signed()));
                } else {
                    place(piece, top, first, units);
                }
            }
        }

        /** Spreads a piece, whose lowest bit is bit {@code bottom} of its word, over the units it touches. */
        private void place(Encoding.Piece piece, int bottom, int first, int units) {
            for (int done = 0; done < piece.width(); ) {
                int bit = bottom + done;
                int at = first + (order == ByteOrder.LITTLE ? bit / unit : units - 1 - bit / unit);
                int width = Math.min(piece.width() - done, unit - bit % unit);
                put(piece, at, bit % unit, width, done);
                done += width;
            }
        }

        private void put(Encoding.Piece piece, int at, int shift, int width, int low) {
            if (piece instanceof Encoding.Fixed fixed) {
                masks[at] |= BitField.ones(width) << shift;
                values[at] |= (fixed.value() >>> low & BitField.ones(width)) << shift;
            } else if (piece instanceof Encoding.Slice slice) {
                fields.add(new BitField(slice.operand(), at, shift, width, slice.low() + low));
            }
        }

        private void endStretch() {
            if (masks.length > 0) {
                stretches.add(new Stretch.Units(masks, values, fields));
            }
            masks = new long[0];
            values = new long[0];
            fields.clear();
        }

        FormPattern build() {
            endStretch();
            return new FormPattern(unit, stretches);
        }
    }
}

package dev.vmkit.testkit.differential;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Instructions as numbers: whoever stores one over the code puts an instruction there.
 *
 * @param units of the code
 * @param starts for each piece its first unit
 */
record CodeWords(List<Long> units, List<Integer> starts, int unitBits, boolean big) {

    static CodeWords of(Isa isa, Scenario.Code code) {
        List<Long> units = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        for (Piece piece : code.pieces()) {
            starts.add(units.size());
            units.addAll(piece.units());
        }
        return new CodeWords(
                units, starts, isa.model().fetch().unit(), isa.model().byteOrder() == ByteOrder.BIG);
    }

    /** The bits of an instruction and of those after it, in that width. */
    long any(RandomGenerator random, int width) {
        if (starts.isEmpty()) {
            return 0;
        }
        int from = starts.get(random.nextInt(starts.size()));
        int count = Math.max(1, width / unitBits);
        long word = 0;
        for (int i = 0; i < count; i++) {
            int place = big ? count - 1 - i : i;
            word |= units.get((from + i) % units.size()) << place * unitBits;
        }
        return word;
    }
}

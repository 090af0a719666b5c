package dev.vmkit.testkit.local;

import dev.vmkit.language.codec.Program;
import dev.vmkit.language.isa.Space;
import java.util.List;

/**
 * Where code lies.
 *
 * @param start its lowest address
 * @param entry where execution begins
 */
record Stretch(long start, long entry, List<Piece> pieces) {

    /** Addresses from one to another, the last one excluded. */
    private record Piece(long from, long units) {
        boolean holds(long address) {
            return Long.compareUnsigned(address - from, units) < 0;
        }
    }

    static Stretch of(long origin, int units) {
        return new Stretch(origin, origin, List.of(new Piece(origin, units)));
    }

    static Stretch of(Program program, Space fetch) {
        List<Program.Segment> code = program.segments().stream()
                .filter(s -> s.space().equals(fetch.name()))
                .toList();
        long start = code.isEmpty() ? 0 : code.getFirst().address();
        return new Stretch(
                start,
                program.entry().orElse(start),
                code.stream()
                        .map(s -> new Piece(s.address(), s.bytes().length * (long) Byte.SIZE / fetch.unit()))
                        .toList());
    }

    boolean holds(long address) {
        return pieces.stream().anyMatch(piece -> piece.holds(address));
    }
}

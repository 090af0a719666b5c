package dev.vmkit.assembly.assemble;

import java.util.List;

/** Which addresses are memory; pieces that touch are taken together. */
record MemoryCover(List<ResolvedMemory> memory) {

    /** Whether all of {@code units} addresses, at least 1, from {@code start} on are memory. */
    boolean covers(String space, long start, long units) {
        long next = start;
        long left = units;
        for (int pieces = 0; pieces <= memory.size(); pieces++) {
            long covered = from(space, next);
            if (covered == 0 || Long.compareUnsigned(left, covered) <= 0) {
                return covered != 0;
            }
            next += covered;
            left -= covered;
        }
        return false;
    }

    /** How many addresses from {@code address} on the piece that holds it has; 0 if none does. */
    private long from(String space, long address) {
        return memory.stream()
                .filter(m -> m.space().name().equals(space))
                .filter(m -> Long.compareUnsigned(address - m.start(), m.units()) < 0)
                .mapToLong(m -> m.units() - (address - m.start()))
                .findFirst()
                .orElse(0);
    }
}

package dev.vmkit.tools.cli;

import dev.vmkit.language.codec.Program;
import dev.vmkit.language.ir.Isa;
import java.io.IOException;

/** A program as bytes without addresses, from the first to the last. */
final class RawProgram {
    private static final int MOST_BYTES = 64 << 20;

    private RawProgram() {}

    /** The bytes of the space instructions come from; gaps are zeros. */
    static byte[] of(Isa isa, Program program) throws IOException {
        var segments = program.segments().stream()
                .filter(s -> s.space().equals(isa.model().fetch().name()))
                .toList();
        if (segments.isEmpty()) {
            return new byte[0];
        }
        int unitBytes = isa.model().fetch().unit() / 8;
        long first = segments.getFirst().address();
        var last = segments.getLast();
        long gap = last.address() - first; // unsigned, so it can be larger than any file
        if (Long.compareUnsigned(gap, MOST_BYTES / unitBytes) > 0
                || gap * unitBytes + last.bytes().length > MOST_BYTES) {
            throw new IOException("the program spreads from 0x%x to 0x%x; a raw file holds at most %d MiB"
                    .formatted(first, last.address(), MOST_BYTES >> 20));
        }
        byte[] all = new byte[(int) gap * unitBytes + last.bytes().length];
        for (var segment : segments) {
            System.arraycopy(
                    segment.bytes(), 0, all, (int) (segment.address() - first) * unitBytes, segment.bytes().length);
        }
        return all;
    }
}

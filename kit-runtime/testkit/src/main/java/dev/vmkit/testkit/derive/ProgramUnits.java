package dev.vmkit.testkit.derive;

import dev.vmkit.language.codec.Program;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.ByteOrder;

/** The address units of a program that begins at address 0. */
record ProgramUnits(Isa isa, Program program) {

    long[] all() {
        int unitBytes = isa.model().fetch().unit() / 8;
        Program.Segment last = program.segments().getLast();
        long[] units = new long[(int) last.address() + last.bytes().length / unitBytes];
        for (Program.Segment segment : program.segments()) {
            for (int i = 0; i < segment.bytes().length / unitBytes; i++) {
                units[(int) segment.address() + i] = unit(segment.bytes(), i * unitBytes, unitBytes);
            }
        }
        return units;
    }

    private long unit(byte[] bytes, int from, int count) {
        boolean big = isa.model().byteOrder() == ByteOrder.BIG;
        long unit = 0;
        for (int i = 0; i < count; i++) {
            unit |= (bytes[from + i] & 0xFFL) << 8 * (big ? count - 1 - i : i);
        }
        return unit;
    }
}

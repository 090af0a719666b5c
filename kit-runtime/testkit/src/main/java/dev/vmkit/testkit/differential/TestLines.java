package dev.vmkit.testkit.differential;

import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.machine.hart.Hart;

/** The interrupt lines that a test raises: those that the hart has, or a few where it has any. */
final class TestLines {
    private static final int FEW = 16;

    private TestLines() {}

    /** How many there are. */
    static int count(Hart hart) {
        return hart.isa().model().registers().stream()
                .filter(r -> r.role() == RegisterFile.Role.LINES)
                .mapToInt(RegisterFile::width)
                .findFirst()
                .orElse(FEW);
    }

    /** Raises or lowers the line that some bits stand for, at a level of 0 to 7. */
    static void set(Hart hart, long bits, boolean raised) {
        hart.setLine(Math.floorMod((int) bits, count(hart)), (int) (bits >>> 8 & 7), raised);
    }
}

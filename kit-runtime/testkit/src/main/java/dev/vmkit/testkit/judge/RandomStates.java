package dev.vmkit.testkit.judge;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.Space;
import dev.vmkit.testkit.subject.Cell;
import dev.vmkit.testkit.subject.Start;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** States in which instructions are likely to go wrong; the same for the same seed. */
record RandomStates(Isa isa) {
    private static final int CELLS = 24;
    private static final long UNITS = 1 << 16;

    /** A state: registers anywhere, or many as reset leaves them, and some memory. */
    Start draw(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean near = random.nextInt(2) == 0;
        Map<String, Long> values = new LinkedHashMap<>();
        for (RegisterFile file : isa.model().registers()) {
            for (int i = 0; i < file.count() && file.role() == RegisterFile.Role.NONE; i++) {
                if (file.count() > 1 || !near || random.nextInt(4) == 0) {
                    values.put(file.names().get(i), corner(random, file.width()) & file.mask());
                }
            }
        }
        return new Start(values, cells(random));
    }

    private List<Cell> cells(SplittableRandom random) {
        List<Cell> cells = new ArrayList<>();
        for (Space space : isa.model().spaces().values()) {
            if (space.over().isEmpty()) {
                long units = Math.min(UNITS, 1L << Math.min(16, space.addressWidth()));
                for (int i = 0; i < CELLS; i++) {
                    long value = corner(random, space.unit()) & -1L >>> (Long.SIZE - space.unit());
                    cells.add(new Cell(space.name(), random.nextLong(units), value));
                }
            }
        }
        return cells;
    }

    /** 0, 1, -1, the least, the most, a small number, an address, or anything. */
    private static long corner(SplittableRandom random, int width) {
        return switch (random.nextInt(9)) {
            case 0 -> 0;
            case 1 -> 1;
            case 2 -> -1;
            case 3 -> 1L << (width - 1);
            case 4 -> (1L << (width - 1)) - 1;
            case 5 -> random.nextInt(width + 2);
            case 6, 7 -> random.nextLong(UNITS);
            default -> random.nextLong();
        };
    }

    /** The names of all registers that are compared. */
    List<String> names() {
        return isa.model().registers().stream()
                .filter(file -> !file.isLeftOut() && file.role() != RegisterFile.Role.LINES)
                .flatMap(file -> file.names().stream())
                .toList();
    }
}

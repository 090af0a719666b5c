package dev.vmkit.testkit.judge;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.Space;
import dev.vmkit.testkit.subject.Cell;
import dev.vmkit.testkit.subject.Start;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** States in which instructions are likely to go wrong; the same for the same seed. */
record RandomStates(Isa isa) {
    private static final int STRAY = 16;
    /** Units on either side of an address that instructions are likely to reach from there. */
    private static final int REACH = 32;
    /** Registers around whose addresses memory is filled. */
    private static final int HOT = 3;

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
        List<Long> hot = new ArrayList<>(List.of(ExampleTrial.ORIGIN));
        List<Long> registers = List.copyOf(values.values());
        for (int i = 0; i < HOT && !registers.isEmpty(); i++) {
            hot.add(registers.get(random.nextInt(registers.size())));
        }
        return new Start(values, cells(hot, random));
    }

    /** Memory where registers point to, much of which points there again; and a little anywhere. */
    private List<Cell> cells(List<Long> hot, SplittableRandom random) {
        List<Cell> cells = new ArrayList<>();
        for (Space space : isa.model().spaces().values()) {
            if (space.over().isEmpty()) {
                long units = Math.min(UNITS, 1L << Math.min(16, space.addressWidth()));
                for (long address : addresses(hot, units, random)) {
                    boolean points = random.nextInt(4) == 0;
                    long value = points ? hot.get(random.nextInt(hot.size())) : corner(random, space.unit());
                    cells.add(new Cell(space.name(), address, value & -1L >>> (Long.SIZE - space.unit())));
                }
            }
        }
        return cells;
    }

    private static Set<Long> addresses(List<Long> hot, long units, SplittableRandom random) {
        Set<Long> addresses = new LinkedHashSet<>();
        for (long centre : hot) {
            for (long near = centre - REACH; near < centre + REACH; near++) {
                if (Long.compareUnsigned(near, units) < 0) {
                    addresses.add(near);
                }
            }
        }
        for (int i = 0; i < STRAY; i++) {
            addresses.add(random.nextLong(units));
        }
        return addresses;
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

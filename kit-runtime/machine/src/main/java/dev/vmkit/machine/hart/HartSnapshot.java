package dev.vmkit.machine.hart;

import dev.vmkit.api.StateTree;
import dev.vmkit.language.isa.RegisterFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All that a hart remembers between two instructions.
 *
 * @param slots its registers
 * @param lines the interrupt lines that are raised
 */
record HartSnapshot(long[] slots, List<Lines.Line> lines, long retired, long cycles, boolean waiting, boolean halted) {
    private static final int MOST_LINES = 1 << 16;

    StateTree write(String isa, List<RegisterFile> files) {
        Map<String, Long> registers = new LinkedHashMap<>();
        for (RegisterFile file : files) {
            for (int i = 0; i < file.count(); i++) {
                registers.put(name(file, i), slots[file.slot() + i]);
            }
        }
        return StateTree.EMPTY
                .with("isa", isa)
                .with("registers", StateTree.of(registers))
                .with("retired", retired)
                .with("cycles", cycles)
                .with("waiting", waiting ? 1 : 0)
                .with("halted", halted ? 1 : 0)
                .with("lines", writeLines());
    }

    private static String name(RegisterFile file, int index) {
        return file.count() == 1 ? file.name() : file.name() + "[" + index + "]";
    }

    private StateTree writeLines() {
        Map<String, Long> levels = new LinkedHashMap<>();
        lines.forEach(line -> levels.put(line.number() + " at level " + line.level(), (long) line.level()));
        return StateTree.of(levels);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if it is not the state of a hart with these registers
     */
    static HartSnapshot read(StateTree tree, String isa, List<RegisterFile> files) {
        if (!tree.text("isa").equals(isa)) {
            throw new IllegalArgumentException("the state of a " + tree.text("isa") + ", not of a " + isa);
        }
        return new HartSnapshot(
                readRegisters(tree.tree("registers"), files),
                readLines(tree.tree("lines")),
                tree.number("retired", 0, Long.MAX_VALUE),
                tree.number("cycles", 0, Long.MAX_VALUE),
                tree.flag("waiting"),
                tree.flag("halted"));
    }

    private static long[] readRegisters(StateTree tree, List<RegisterFile> files) {
        long[] slots = new long[files.stream().mapToInt(RegisterFile::count).sum()];
        for (RegisterFile file : files) {
            for (int i = 0; i < file.count(); i++) {
                slots[file.slot() + i] = readRegister(tree, file, i);
            }
        }
        return slots;
    }

    private static long readRegister(StateTree tree, RegisterFile file, int index) {
        long value = tree.number(name(file, index));
        boolean zero = file.zero().isPresent() && file.zero().getAsInt() == index;
        if ((value & ~file.mask()) != 0 || zero && value != 0) {
            throw new IllegalArgumentException(name(file, index) + " cannot be 0x" + Long.toHexString(value));
        }
        return value;
    }

    private static List<Lines.Line> readLines(StateTree tree) {
        if (tree.values().size() > MOST_LINES) {
            throw new IllegalArgumentException("too many interrupt lines");
        }
        List<Lines.Line> lines = new ArrayList<>();
        for (String name : tree.values().keySet()) {
            int level = (int) tree.number(name, Integer.MIN_VALUE, Integer.MAX_VALUE);
            lines.add(new Lines.Line(number(name), level));
        }
        return lines;
    }

    private static int number(String name) {
        try {
            return Integer.parseInt(name.substring(0, Math.max(0, name.indexOf(' '))));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("no interrupt line: " + name, e);
        }
    }
}

package dev.vmkit.machine.board;

import dev.vmkit.api.InterruptLine;
import dev.vmkit.api.Snapshotable;
import dev.vmkit.api.StateTree;
import dev.vmkit.machine.hart.Hart;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The wires from devices to lines of harts. A line is raised while any of the wires that lead to it is. */
final class Wires implements Snapshotable {

    /** An interrupt line of a hart and how many of its wires are raised. */
    private static final class Line {
        private final Hart hart;
        private final int number;
        private final int level;
        private int raised;

        private Line(Hart hart, int number, int level) {
            this.hart = hart;
            this.number = number;
            this.level = level;
        }

        private void count(int change) {
            raised += change;
            hart.setLine(number, level, raised > 0);
        }
    }

    /** One end is a device's interrupt output. */
    private static final class Wire implements InterruptLine {
        private final Line line;
        private boolean raised;

        private Wire(Line line) {
            this.line = line;
        }

        @Override
        public void set(boolean up) {
            if (up != raised) {
                raised = up;
                line.count(up ? 1 : -1);
            }
        }
    }

    private record Place(String hart, int number, int level) {}

    private final Map<Place, Line> lines = new LinkedHashMap<>();
    private final List<Wire> wires = new ArrayList<>();

    /**
     * A new wire to a line of a hart.
     *
     * @throws IllegalArgumentException if the hart has no such line
     */
    InterruptLine connect(String name, Hart hart, int number, int level) {
        hart.setLine(number, level, false);
        Line line = lines.computeIfAbsent(new Place(name, number, level), p -> new Line(hart, number, level));
        Wire wire = new Wire(line);
        wires.add(wire);
        return wire;
    }

    void lower() {
        wires.forEach(wire -> wire.set(false));
    }

    @Override
    public StateTree save() {
        Map<String, Long> levels = new LinkedHashMap<>();
        for (int i = 0; i < wires.size(); i++) {
            levels.put(Integer.toString(i), wires.get(i).raised ? 1L : 0L);
        }
        return StateTree.of(levels);
    }

    @Override
    public void load(StateTree state) {
        for (int i = 0; i < wires.size(); i++) {
            state.flag(Integer.toString(i));
        }
        for (int i = 0; i < wires.size(); i++) {
            wires.get(i).set(state.flag(Integer.toString(i)));
        }
    }
}

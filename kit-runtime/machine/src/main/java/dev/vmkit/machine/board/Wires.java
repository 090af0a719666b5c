package dev.vmkit.machine.board;

import dev.vmkit.api.InterruptLine;
import dev.vmkit.api.Snapshotable;
import dev.vmkit.api.StateTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The wires from devices to harts and interrupt controllers. What they lead to is raised while any of them is. */
final class Wires implements Snapshotable {

    /** Where wires meet, and how many of them are raised. */
    private static final class Joint {
        private final InterruptLine end;
        private int raised;

        private Joint(InterruptLine end) {
            this.end = end;
        }

        private void count(int change) {
            boolean before = raised > 0;
            raised += change;
            if (before != raised > 0) {
                end.set(!before);
            }
        }
    }

    /** One end is a device's interrupt output. */
    private static final class Wire implements InterruptLine {
        private final Joint joint;
        private boolean raised;

        private Wire(Joint joint) {
            this.joint = joint;
        }

        @Override
        public void set(boolean up) {
            if (up != raised) {
                raised = up;
                joint.count(up ? 1 : -1);
            }
        }
    }

    private final Map<String, Joint> joints = new LinkedHashMap<>();
    private final List<Wire> wires = new ArrayList<>();

    /**
     * A new wire.
     *
     * @param place what it leads to, in words; wires to one place meet there
     * @param end told when the level there changes
     */
    InterruptLine connect(String place, InterruptLine end) {
        Wire wire = new Wire(joints.computeIfAbsent(place, p -> new Joint(end)));
        wires.add(wire);
        return wire;
    }

    void lower() {
        wires.forEach(wire -> wire.set(false));
    }

    /** Tells every place that is raised again: it may have forgotten when it was reset. */
    void repeat() {
        joints.values().stream().filter(joint -> joint.raised > 0).forEach(joint -> joint.end.set(true));
    }

    @Override
    public StateTree save() {
        Map<String, Long> levels = new LinkedHashMap<>();
        for (int i = 0; i < wires.size(); i++) {
            levels.put(Integer.toString(i), wires.get(i).raised ? 1L : 0L);
        }
        return StateTree.of(levels);
    }

    /** Sets the levels, and tells nobody: harts and controllers load what they know themselves. */
    @Override
    public void load(StateTree state) {
        List<Boolean> levels = new ArrayList<>();
        for (int i = 0; i < wires.size(); i++) {
            levels.add(state.flag(Integer.toString(i)));
        }
        joints.values().forEach(joint -> joint.raised = 0);
        for (int i = 0; i < wires.size(); i++) {
            Wire wire = wires.get(i);
            wire.raised = levels.get(i);
            wire.joint.raised += wire.raised ? 1 : 0;
        }
    }
}

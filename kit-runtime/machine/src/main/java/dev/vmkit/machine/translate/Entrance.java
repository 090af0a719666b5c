package dev.vmkit.machine.translate;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.SwitchCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where a region is entered, from outside or by a computed jump within: it goes to the block at the target, if that is an
 * entry, and leaves otherwise.
 */
final class Entrance {
    private final CodeBuilder code;
    private final Plan plan;
    private final Frame frame;
    private final Map<Long, Label> labels;
    private final Label label;

    Entrance(CodeBuilder code, Plan plan, Frame frame, Map<Long, Label> labels) {
        this.code = code;
        this.plan = plan;
        this.frame = frame;
        this.labels = labels;
        this.label = code.newLabel();
    }

    /** Whether a region that is entered at {@code first} may be entered at an address as well: distances are {@code int}s. */
    static boolean isNear(long first, long pc) {
        return pc - first == (int) (pc - first);
    }

    /** Go there with an address in the target variable. */
    Label label() {
        return label;
    }

    void write(Checks checks, Counts counts, Exits exits) {
        code.labelBinding(label);
        counts.require(longestWay(checks), exits.end());
        long first = plan.entries().getFirst();
        code.lload(frame.target).loadConstant(first).lsub().lstore(frame.distance);
        code.lload(frame.distance).l2i().i2l().lload(frame.distance).lcmp().ifne(exits.end());
        code.lload(frame.distance).l2i().lookupswitch(exits.end(), cases(first));
    }

    private int longestWay(Checks checks) {
        return plan.heads().stream().mapToInt(checks::longestWay).max().orElse(0);
    }

    private List<SwitchCase> cases(long first) {
        List<SwitchCase> cases = new ArrayList<>();
        for (long pc : plan.entries()) {
            cases.add(SwitchCase.of((int) (pc - first), Objects.requireNonNull(labels.get(pc))));
        }
        cases.sort(Comparator.comparingInt(SwitchCase::caseValue));
        return cases;
    }
}

package dev.vmkit.plugins.modern;

import dev.vmkit.api.StateTree;
import dev.vmkit.api.TaskInfo;
import dev.vmkit.api.TaskPolicy.VirtualTime;

/** A group: its virtual run time among its siblings, and what it has used of its quota. */
final class GroupNode implements Child {
    private static final long NEVER = Long.MAX_VALUE;

    private final VirtualTime runtime;
    private TaskInfo.Group group;
    private long used;
    private long nextPeriod = NEVER;

    GroupNode(TaskInfo.Group group) {
        this.group = group;
        this.runtime = new VirtualTime(group.weight());
    }

    int id() {
        return group.id();
    }

    @Override
    public VirtualTime runtime() {
        return runtime;
    }

    @Override
    public int parent() {
        return group.parent();
    }

    void become(TaskInfo.Group other) {
        group = other;
        runtime.weigh(other.weight());
    }

    void run(long time) {
        runtime.run(time);
        used += limited() ? time : 0;
    }

    private boolean limited() {
        return group.quota() > 0;
    }

    /** Periods start when the first of its tasks comes. */
    void startPeriods(long now) {
        nextPeriod = limited() && nextPeriod == NEVER ? now + group.period() : nextPeriod;
    }

    /** What it overran is taken off the next period's quota. */
    void refill(long now) {
        while (limited() && nextPeriod <= now) {
            used = Math.max(0, used - group.quota());
            nextPeriod +=
                    used > 0 ? group.period() : (now - nextPeriod) / group.period() * group.period() + group.period();
        }
    }

    boolean throttled() {
        return limited() && used >= group.quota();
    }

    long left() {
        return limited() ? group.quota() - used : NEVER;
    }

    long nextPeriod() {
        return nextPeriod;
    }

    StateTree save() {
        return StateTree.EMPTY
                .with("id", group.id())
                .with("name", group.name())
                .with("parent", group.parent())
                .with("weight", group.weight())
                .with("quota", group.quota())
                .with("period", group.period())
                .with("runtime", runtime.save())
                .with("used", used)
                .with("next-period", nextPeriod);
    }

    static GroupNode load(StateTree state) {
        GroupNode node = new GroupNode(new TaskInfo.Group(
                (int) state.number("id", 1, Integer.MAX_VALUE),
                state.text("name"),
                (int) state.number("parent", 0, Integer.MAX_VALUE),
                (int) state.number("weight", 1, TaskInfo.MOST_WEIGHT),
                state.number("quota", 0, NEVER),
                state.number("period", 0, NEVER)));
        node.runtime.load(state.tree("runtime"));
        node.used = state.number("used", 0, NEVER);
        node.nextPeriod = state.number("next-period", 0, NEVER);
        return node;
    }
}

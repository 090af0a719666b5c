package dev.vmkit.plugins.modern;

import dev.vmkit.api.PolicyContext;
import dev.vmkit.api.SchedulerEvent;
import dev.vmkit.api.SchedulerEvent.Arrived;
import dev.vmkit.api.SchedulerEvent.Changed;
import dev.vmkit.api.SchedulerEvent.Charged;
import dev.vmkit.api.SchedulerEvent.Exited;
import dev.vmkit.api.SchedulerEvent.GroupChanged;
import dev.vmkit.api.SchedulerEvent.OfTask;
import dev.vmkit.api.SchedulerEvent.Woke;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.TaskInfo;
import dev.vmkit.api.TaskPolicy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Fair shares in a tree of groups, like Linux' control groups: first the group is chosen, by what it has had for its
 * weight, then a group or task in it, and so on. A group with a quota has no more than that in each of its periods.
 */
public final class GroupFair extends TaskPolicy<GroupFair.Leaf> {
    private static final long NEVER = Long.MAX_VALUE;

    private long slice;
    private int cpus;
    private final Map<Integer, GroupNode> groups = new TreeMap<>();

    /** Who lies in which group; empty if that has changed since it was asked last. */
    private final Map<Integer, List<Child>> members = new HashMap<>();

    /** A task and its virtual run time among its siblings. */
    static final class Leaf extends TaskPolicy.Task implements Child {
        private final VirtualTime runtime;

        Leaf(TaskInfo info) {
            super(info);
            runtime = new VirtualTime(info.weight());
        }

        @Override
        public VirtualTime runtime() {
            return runtime;
        }

        @Override
        public int parent() {
            return info().group();
        }

        @Override
        protected StateTree save() {
            return runtime.save();
        }

        @Override
        protected void load(StateTree state) {
            runtime.load(state);
        }
    }

    @Override
    public void start(PolicyContext context) {
        slice = context.parameters().number("slice");
        cpus = context.cpus();
    }

    @Override
    protected Leaf task(TaskInfo info) {
        return new Leaf(info);
    }

    @Override
    protected void happened(SchedulerEvent event) {
        if (event instanceof GroupChanged e) {
            groups.computeIfAbsent(e.group().id(), _ -> new GroupNode(e.group()))
                    .become(e.group());
            members.clear();
        }
    }

    @Override
    protected void happened(Leaf task, OfTask event) {
        switch (event) {
            case Arrived _ -> {
                members.clear();
                comes(task, event.now());
            }
            case Woke _ -> comes(task, event.now());
            case Changed e -> {
                members.clear();
                task.runtime.weigh(e.info().weight());
            }
            case Exited _ -> members.clear();
            case Charged e -> {
                task.runtime.run(e.ran());
                above(task).forEach(group -> group.run(e.ran()));
            }
            default -> {}
        }
    }

    /** It, and its groups as far as nobody of them was there, start where their siblings are. */
    private void comes(Leaf task, long now) {
        task.runtime.atLeast(least(task));
        for (GroupNode group : above(task)) {
            group.startPeriods(now);
            if (children(group.id()).stream().filter(this::there).limit(2).count() > 1) {
                break;
            }
            group.runtime().atLeast(least(group));
        }
    }

    private long least(Child child) {
        return children(known(child.parent())).stream()
                .filter(other -> other != child && there(other))
                .mapToLong(other -> other.runtime().now())
                .min()
                .orElse(child.runtime().now());
    }

    /** Groups that nobody described count as none. */
    private int known(int group) {
        return groups.containsKey(group) ? group : 0;
    }

    private List<GroupNode> above(Child child) {
        List<GroupNode> above = new ArrayList<>();
        for (GroupNode g = groups.get(child.parent()); g != null && above.size() <= groups.size(); ) {
            above.add(g);
            g = groups.get(g.parent());
        }
        return above;
    }

    private List<Child> children(int group) {
        if (members.isEmpty()) {
            tasks().forEach(this::enter);
            groups.values().forEach(this::enter);
        }
        return members.getOrDefault(group, List.of());
    }

    private void enter(Child child) {
        members.computeIfAbsent(known(child.parent()), _ -> new ArrayList<>()).add(child);
    }

    /** Whether it, or anybody in it, can run. */
    private boolean there(Child child) {
        return switch (child) {
            case Leaf task -> !blocked(task);
            case GroupNode group -> children(group.id()).stream().anyMatch(this::there);
        };
    }

    @Override
    protected Decision decide(int cpu, long now) {
        groups.values().forEach(group -> group.refill(now));
        Map<Child, Integer> queue = new HashMap<>();
        waiting(cpu).forEach(task -> queue.put(task, queue.size()));
        Optional<Leaf> first = first(0, queue);
        long refill = groups.values().stream()
                .filter(GroupNode::throttled)
                .mapToLong(GroupNode::nextPeriod)
                .min()
                .orElse(NEVER);
        if (first.isEmpty()) {
            return queue.isEmpty() ? new Decision.Idle() : new Decision.Idle(refill);
        }
        long turn = above(first.get()).stream()
                .mapToLong(group -> Math.max(1, group.left() / cpus))
                .min()
                .orElse(slice);
        return run(first, Math.min(Math.min(slice, turn), refill - now));
    }

    /** Down the tree: of those in a group that wait, or hold somebody who does, the one that has had least. */
    private Optional<Leaf> first(int group, Map<Child, Integer> queue) {
        return children(group).stream()
                .filter(child -> child instanceof GroupNode inner ? !inner.throttled() : queue.containsKey(child))
                .sorted(Comparator.comparingLong(
                                (Child child) -> child.runtime().now())
                        .thenComparingInt(child -> queue.getOrDefault(child, -1)))
                .map(child -> switch (child) {
                    case Leaf task -> Optional.of(task);
                    case GroupNode inner -> first(inner.id(), queue);
                })
                .flatMap(Optional::stream)
                .findFirst();
    }

    @Override
    protected StateTree saveRest() {
        StateTree all = StateTree.EMPTY;
        for (GroupNode group : groups.values()) {
            all = all.with(Integer.toString(group.id()), group.save());
        }
        return all;
    }

    @Override
    protected void loadRest(StateTree state) {
        Map<Integer, GroupNode> loaded = new TreeMap<>();
        state.values().keySet().forEach(name -> {
            GroupNode group = GroupNode.load(state.tree(name));
            loaded.put(group.id(), group);
        });
        groups.clear();
        groups.putAll(loaded);
        members.clear();
    }
}

package dev.vmkit.layers.simulate;

import dev.vmkit.api.TaskInfo;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What generalized processor sharing would give: every task all the time, by weight, groups before their members, and none
 * more than one processor (Parekh and Gallager, 1993).
 */
final class IdealShares {
    /** One processor. */
    static final long ONE = 1L << 32;

    private final Map<Integer, TaskInfo> tasks = new HashMap<>();
    private final Map<Integer, TaskInfo.Group> groups = new HashMap<>();
    private final int cpus;

    IdealShares(Workload workload) {
        workload.jobs().forEach(job -> tasks.put(job.id(), job.task()));
        workload.groups().forEach(group -> groups.put(group.id(), group));
        this.cpus = workload.cpus();
    }

    /** The share of each of these tasks, as a part of {@link #ONE}. */
    Map<Integer, Long> of(Set<Integer> active) {
        Map<Integer, Long> shares = new HashMap<>();
        Set<Integer> open = new HashSet<>(active);
        long left = cpus * ONE;
        boolean full = true;
        while (full && !open.isEmpty()) {
            Map<Integer, Long> wanted = split(open, left);
            List<Integer> most =
                    open.stream().filter(t -> wanted.getOrDefault(t, 0L) >= ONE).toList();
            full = !most.isEmpty();
            most.forEach(task -> shares.put(task, ONE));
            left -= most.size() * ONE;
            most.forEach(open::remove);
            if (!full) {
                shares.putAll(wanted);
            }
        }
        return shares;
    }

    private Map<Integer, Long> split(Set<Integer> active, long amount) {
        Map<Integer, Long> shares = new HashMap<>();
        split(0, active, amount, shares);
        return shares;
    }

    private void split(int group, Set<Integer> active, long amount, Map<Integer, Long> shares) {
        List<TaskInfo> members = active.stream()
                .map(this::task)
                .filter(task -> parent(task) == group)
                .toList();
        List<TaskInfo.Group> inner = groups.values().stream()
                .filter(g -> g.parent() == group && holds(g.id(), active))
                .toList();
        long total = members.stream().mapToLong(TaskInfo::weight).sum()
                + inner.stream().mapToLong(TaskInfo.Group::weight).sum();
        members.forEach(task -> shares.put(task.id(), part(amount, task.weight(), total)));
        inner.forEach(g -> split(g.id(), active, part(amount, g.weight(), total), shares));
    }

    private TaskInfo task(int id) {
        return java.util.Objects.requireNonNull(tasks.get(id));
    }

    /** A group that nobody described counts as none. */
    private int parent(TaskInfo task) {
        return groups.containsKey(task.group()) ? task.group() : 0;
    }

    private boolean holds(int group, Set<Integer> active) {
        return active.stream().anyMatch(task -> parent(task(task)) == group)
                || groups.values().stream().anyMatch(g -> g.parent() == group && holds(g.id(), active));
    }

    private static long part(long amount, long weight, long total) {
        return Math.multiplyHigh(amount, weight) == 0 && amount * weight > 0
                ? amount * weight / total
                : amount / total * weight;
    }
}

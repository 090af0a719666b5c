package dev.vmkit.layers.schedule;

import dev.vmkit.api.StateTree;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * All of a dispatcher that decides what it does from here on.
 *
 * @param random where the random numbers stand
 * @param fault what the policy did wrong, or nothing
 * @param policy the policy's own state
 */
record DispatcherState(
        long clock, long random, Map<Integer, Member> members, List<Seat> seats, String fault, StateTree policy) {

    StateTree save() {
        StateTree tasks = StateTree.EMPTY;
        for (Member member : members.values()) {
            tasks = tasks.with(Integer.toString(member.info.id()), member.save());
        }
        StateTree cpus = StateTree.EMPTY;
        for (int cpu = 0; cpu < seats.size(); cpu++) {
            cpus = cpus.with(Integer.toString(cpu), seats.get(cpu).save());
        }
        return StateTree.EMPTY
                .with("clock", clock)
                .with("random", random)
                .with("tasks", tasks)
                .with("cpus", cpus)
                .with("fault", fault)
                .with("policy", policy);
    }

    /** @throws IllegalArgumentException if it is no state of a dispatcher for so many processors */
    static DispatcherState load(StateTree state, int cpus) {
        long clock = state.number("clock", 0, Long.MAX_VALUE);
        Map<Integer, Member> members = new TreeMap<>();
        StateTree tasks = state.tree("tasks");
        for (String name : tasks.values().keySet()) {
            Member member = Member.load(tasks.tree(name), clock);
            members.put(member.info.id(), member);
        }
        StateTree places = state.tree("cpus");
        List<Seat> seats = IntStream.range(0, cpus)
                .mapToObj(cpu -> Seat.load(places.tree(Integer.toString(cpu)), clock))
                .toList();
        new Decisions(members, seats).consistent();
        return new DispatcherState(
                clock, state.number("random"), members, seats, state.text("fault"), state.tree("policy"));
    }
}

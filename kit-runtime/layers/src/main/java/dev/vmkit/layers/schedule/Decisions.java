package dev.vmkit.layers.schedule;

import dev.vmkit.api.SchedulerPolicy.Decision;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a decision can be carried out: the checks that a policy is held to. */
record Decisions(Map<Integer, Member> members, List<Seat> seats) {

    /** What is wrong with what was decided for a processor, in words; nothing if it can be done. */
    Optional<String> mistake(Decision decision, int cpu, long now) {
        return switch (decision) {
            case Decision.Run(int task, long slice) -> slice(slice).or(() -> place(task, cpu));
            case Decision.RunGang(var tasks, long slice) -> slice(slice).or(() -> gang(tasks, cpu));
            case Decision.Idle(long until) -> idle(until, cpu, now);
        };
    }

    /** What is done when nobody decides: who has waited longest runs. */
    Decision takingTurns(int cpu, long slice) {
        return ready(cpu)
                .min(Comparator.comparingLong((Member m) -> m.since).thenComparing(m -> m.info.id()))
                .<Decision>map(m -> new Decision.Run(m.info.id(), slice))
                .orElse(new Decision.Idle());
    }

    /**
     * Checks that who runs and where are the same for tasks and processors.
     *
     * @throws IllegalArgumentException if not
     */
    void consistent() {
        long running = members.values().stream()
                .filter(m -> m.state == Member.State.RUNNING)
                .count();
        boolean seated = seats.stream().filter(Seat::busy).allMatch(seat -> inState(seat.task, Member.State.RUNNING));
        boolean reserved = seats.stream()
                .filter(seat -> seat.reservedFor != Seat.NOBODY)
                .allMatch(seat -> inState(seat.reservedFor, Member.State.READY));
        long distinct = seats.stream()
                .filter(Seat::busy)
                .map(seat -> seat.task)
                .distinct()
                .count();
        if (!seated || !reserved || distinct != running) {
            throw new IllegalArgumentException("tasks and processors disagree about who runs");
        }
    }

    private boolean inState(int task, Member.State state) {
        Member member = members.get(task);
        return member != null && member.state == state;
    }

    private static Optional<String> slice(long slice) {
        return slice >= 1 ? Optional.empty() : wrong("it gave a slice of " + slice + "; a slice is at least 1");
    }

    private Optional<String> place(int task, int cpu) {
        Member member = members.get(task);
        if (member == null) {
            return wrong("it picked task " + task + ", which does not exist; " + canRun(cpu));
        }
        if (member.state != Member.State.READY) {
            String why = member.state == Member.State.BLOCKED ? "is blocked" : "runs already";
            return wrong("it picked " + name(member) + ", which " + why + "; " + canRun(cpu));
        }
        if (!member.info.runsOn(cpu)) {
            return wrong("it picked " + name(member) + " for processor " + cpu + ", where that may not run");
        }
        return Optional.empty();
    }

    private Optional<String> gang(Map<Integer, Integer> tasks, int cpu) {
        if (!tasks.containsKey(cpu)) {
            return wrong("its gang has nothing for processor " + cpu + ", which was asked for");
        }
        if (new TreeSet<>(tasks.values()).size() < tasks.size()) {
            return wrong("its gang has one task twice");
        }
        for (Map.Entry<Integer, Integer> place : tasks.entrySet()) {
            int on = place.getKey();
            if (on < 0 || on >= seats.size() || !seats.get(on).online || seats.get(on).reservedFor != Seat.NOBODY) {
                return wrong("its gang wants processor " + on + ", which cannot be had");
            }
            Optional<String> mistake = place(place.getValue(), on);
            if (mistake.isPresent()) {
                return mistake;
            }
        }
        return Optional.empty();
    }

    private Optional<String> idle(long until, int cpu, long now) {
        if (until <= now) {
            return wrong("it idles until " + until + ", which is not later than now");
        }
        return until == Long.MAX_VALUE && ready(cpu).findAny().isPresent()
                ? wrong("the processor idles without a time to wake although " + names(cpu) + " can run")
                : Optional.empty();
    }

    private String canRun(int cpu) {
        return ready(cpu).findAny().isEmpty() ? "nothing can run, so it has to idle" : names(cpu) + " can run";
    }

    /** The tasks that wait for their turn and may run there. */
    private Stream<Member> ready(int cpu) {
        return members.values().stream()
                .filter(m -> m.state == Member.State.READY && m.info.runsOn(cpu))
                .filter(m -> seats.stream().noneMatch(s -> s.reservedFor == m.info.id()));
    }

    private String names(int cpu) {
        return ready(cpu).map(Decisions::name).collect(Collectors.joining(", "));
    }

    private static String name(Member member) {
        return member.info.name();
    }

    private static Optional<String> wrong(String what) {
        return Optional.of(what);
    }
}

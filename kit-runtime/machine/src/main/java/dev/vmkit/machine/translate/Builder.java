package dev.vmkit.machine.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes regions of plans. */
final class Builder {
    private final RegionWriter writer;
    private final boolean flat;
    private final Effort effort;

    Builder(Ways ways, boolean big, boolean flat, Effort effort) {
        this.writer = new RegionWriter(ways, big, effort);
        this.flat = flat;
        this.effort = effort;
    }

    /**
     * A region.
     *
     * @param plan as much of what was planned as the JVM compiles
     */
    record Built(Plan plan, Region region, List<Entry> entries) {}

    /** The region of a plan, or of its beginning; nothing if not even a block is as small as the JVM wants it. */
    Optional<Built> build(Plan plan) {
        boolean hasRounds = effort == Effort.FULL && plan.all().stream().anyMatch(Rounds::areOf);
        Optional<Built> whole = hasRounds ? attempt(plan, Rounds.MOST) : Optional.empty();
        if (whole.isEmpty()) {
            whole = attempt(plan, 0);
        }
        return whole.isPresent() || plan.blocks().size() == 1 ? whole : build(plan.half());
    }

    private Optional<Built> attempt(Plan plan, int rounds) {
        try {
            WrittenClass written = writer.write(plan, rounds);
            return written.define().map(type -> built(plan, region(plan, written, type)));
        } catch (IllegalArgumentException tooLarge) { // beyond what a class file can hold
            return Optional.empty();
        }
    }

    private Region region(Plan plan, WrittenClass written, Class<?> type) {
        Region.Size size = new Region.Size(plan.size(), written.size());
        Set<Long> blocks = effort == Effort.FULL ? Set.copyOf(plan.blocks().keySet()) : Set.of();
        return new Region(code(type), effort, Counts.differ(plan), flat, Footprint.of(plan), size, blocks);
    }

    private static Built built(Plan plan, Region region) {
        Checks checks = Checks.of(plan);
        List<Entry> entries = new ArrayList<>();
        int least = plan.heads().stream().mapToInt(checks::longestWay).max().orElse(0);
        for (Block head : plan.heads()) {
            entries.add(new Entry(head.pc(), region, entries.isEmpty(), least));
        }
        return new Built(plan, region, entries);
    }

    private static Code code(Class<?> type) {
        try {
            return (Code) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("what the translator wrote is no class", e);
        }
    }
}

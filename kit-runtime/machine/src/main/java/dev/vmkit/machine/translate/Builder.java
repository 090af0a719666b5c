package dev.vmkit.machine.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes regions of plans. */
final class Builder {
    private final RegionWriter writer;
    private final boolean flat;

    Builder(Ways ways, boolean big, boolean flat) {
        this.writer = new RegionWriter(ways, big);
        this.flat = flat;
    }

    /**
     * A region.
     *
     * @param plan as much of what was planned as the JVM compiles
     * @param entries none if not even a block is
     */
    record Built(Plan plan, List<Entry> entries) {
        static Built nothing(Plan plan) {
            return new Built(plan, List.of());
        }
    }

    /** The region of a plan, or of its beginning. */
    Built build(Plan plan, Footprint footprint) {
        Optional<List<Entry>> whole = attempt(plan, Rounds.MOST, footprint);
        if (whole.isEmpty() && plan.all().stream().anyMatch(Rounds::areOf)) {
            whole = attempt(plan, 0, footprint);
        }
        if (whole.isPresent()) {
            return new Built(plan, whole.get());
        }
        return plan.blocks().size() > 1 ? build(plan.half(), footprint) : Built.nothing(plan);
    }

    private Optional<List<Entry>> attempt(Plan plan, int rounds, Footprint footprint) {
        try {
            WrittenClass written = writer.write(plan, rounds);
            return written.define().map(type -> entries(plan, region(plan, written, type, footprint)));
        } catch (IllegalArgumentException tooLarge) { // beyond what a class file can hold
            return Optional.empty();
        }
    }

    private Region region(Plan plan, WrittenClass written, Class<?> type, Footprint footprint) {
        Region.Size size = new Region.Size(plan.size(), written.size());
        return new Region(code(type), Counts.differ(plan), flat, footprint, size);
    }

    private static List<Entry> entries(Plan plan, Region region) {
        Checks checks = Checks.of(plan);
        List<Entry> entries = new ArrayList<>();
        int least = plan.heads().stream().mapToInt(checks::longestWay).max().orElse(0);
        for (Block head : plan.heads()) {
            entries.add(new Entry(head.pc(), region, entries.isEmpty(), least));
        }
        return entries;
    }

    private static Code code(Class<?> type) {
        try {
            return (Code) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("what the translator wrote is no class", e);
        }
    }
}

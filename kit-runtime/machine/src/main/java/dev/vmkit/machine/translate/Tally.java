package dev.vmkit.machine.translate;

import dev.vmkit.machine.hart.RegionStatistics;
import java.util.Collection;

/** What a translator counts of its regions, for people alone: nothing depends on it. */
final class Tally {
    private long executed;
    private long entries;
    private long handedOver;
    private long made;
    private long overwritten;
    private long evicted;
    private long tooLarge;
    private long translated;
    private long planning;

    /** A region was entered, and executed so many instructions. */
    void ran(int instructions) {
        entries++;
        executed += instructions;
    }

    /** The interpreter was asked to execute one instruction. */
    void handOver() {
        handedOver++;
    }

    void made(Region region) {
        made++;
        translated += region.size().instructions();
    }

    /** A region would have been too large. */
    void giveUp() {
        tooLarge++;
    }

    /** Regions were forgotten, because their instructions were written over. */
    void overwritten(int regions) {
        overwritten += regions;
    }

    /** Regions were forgotten to make room. */
    void evicted(int regions) {
        evicted += regions;
    }

    /** So long it took to find the instructions of a region, or that there are none. */
    void planned(long nanoseconds) {
        planning += nanoseconds;
    }

    /**
     * All of it.
     *
     * @param living the regions that can still be entered
     * @param writing nanoseconds that it took to write and define classes
     */
    RegionStatistics statistics(Collection<Region> living, long writing) {
        long bytes = living.stream().mapToLong(region -> region.size().bytes()).sum();
        return new RegionStatistics(
                executed,
                entries,
                handedOver,
                made,
                living.size(),
                overwritten,
                evicted,
                tooLarge,
                translated,
                bytes,
                planning + writing);
    }
}

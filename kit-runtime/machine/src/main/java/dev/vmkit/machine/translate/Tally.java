package dev.vmkit.machine.translate;

import dev.vmkit.machine.hart.RegionStatistics;
import java.util.Collection;

/** What a translator counts of its regions, for people alone: nothing depends on it. */
final class Tally {
    private long executed;
    private long quickly;
    private long entries;
    private long handedOver;
    private long made;
    private long quick;
    private long overwritten;
    private long evicted;
    private long dropped;
    private long tooLarge;
    private long translated;

    /** A region was entered, and executed so many instructions. */
    void ran(Region region, int instructions) {
        entries++;
        executed += instructions;
        quickly += region.effort() == Effort.QUICK ? instructions : 0;
    }

    /** The interpreter was asked to execute one instruction. */
    void handOver() {
        handedOver++;
    }

    void made(Region region) {
        made++;
        quick += region.effort() == Effort.QUICK ? 1 : 0;
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

    /** A region was forgotten because a full one took its place, or because it was of no use. */
    void drop() {
        dropped++;
    }

    /** Regions were forgotten to make room. */
    void evicted(int regions) {
        evicted += regions;
    }

    /**
     * All of it.
     *
     * @param living the regions that can still be entered
     * @param nanoseconds that it took to make them
     */
    RegionStatistics statistics(Collection<Region> living, long nanoseconds) {
        long bytes = living.stream().mapToLong(region -> region.size().bytes()).sum();
        return new RegionStatistics(
                executed,
                quickly,
                entries,
                handedOver,
                made,
                quick,
                living.size(),
                overwritten,
                evicted,
                dropped,
                tooLarge,
                translated,
                bytes,
                nanoseconds);
    }
}

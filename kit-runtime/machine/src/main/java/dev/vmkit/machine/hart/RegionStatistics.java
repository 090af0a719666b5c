package dev.vmkit.machine.hart;

/**
 * What an engine counted of its regions, which are pieces of guest code that it translated.
 *
 * @param executed instructions executed in regions
 * @param quickly those of them executed in quick regions, which little effort is made for
 * @param entries how often a region was entered
 * @param handedOver how often one was left to have the interpreter execute one instruction
 * @param made regions made
 * @param quick those of them that are quick
 * @param living regions that can still be entered
 * @param overwritten those forgotten because something was written over their instructions
 * @param evicted those forgotten to make room
 * @param dropped those forgotten because a full one took their place, or they did nothing but hand over
 * @param tooLarge those given up because the JVM would not have compiled them
 * @param translated instructions of all regions made
 * @param bytes of JVM code of the living ones
 * @param nanoseconds spent on making regions, on whichever thread
 */
public record RegionStatistics(
        long executed,
        long quickly,
        long entries,
        long handedOver,
        long made,
        long quick,
        long living,
        long overwritten,
        long evicted,
        long dropped,
        long tooLarge,
        long translated,
        long bytes,
        long nanoseconds) {
    public static final RegionStatistics NONE = new RegionStatistics(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Those of two engines together. */
    public RegionStatistics plus(RegionStatistics other) {
        return new RegionStatistics(
                executed + other.executed,
                quickly + other.quickly,
                entries + other.entries,
                handedOver + other.handedOver,
                made + other.made,
                quick + other.quick,
                living + other.living,
                overwritten + other.overwritten,
                evicted + other.evicted,
                dropped + other.dropped,
                tooLarge + other.tooLarge,
                translated + other.translated,
                bytes + other.bytes,
                nanoseconds + other.nanoseconds);
    }
}

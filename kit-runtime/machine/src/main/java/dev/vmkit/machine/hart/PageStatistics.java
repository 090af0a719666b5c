package dev.vmkit.machine.hart;

/**
 * What an engine counted of the accesses that did not find their page in its tables. Those that did are not counted: that
 * would cost more than the access itself.
 *
 * @param misses pages looked up and remembered, so that the next access finds them
 * @param unremembered accesses that look up every time: to devices, across pages, and to what a definition does not let
 *     remember
 * @param switches how often a register was written that says which translations hold
 * @param flushes how often the guest had translations forgotten, all or one
 */
public record PageStatistics(long misses, long unremembered, long switches, long flushes) {
    public static final PageStatistics NONE = new PageStatistics(0, 0, 0, 0);

    /** Those of two tables together. */
    public PageStatistics plus(PageStatistics other) {
        return new PageStatistics(
                misses + other.misses,
                unremembered + other.unremembered,
                switches + other.switches,
                flushes + other.flushes);
    }
}

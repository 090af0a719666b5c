package dev.vmkit.machine.hart;

/**
 * What an engine counted since it was made, for people who want to know how it works. It is no part of a machine's state,
 * and where a thread translates beside the guest, equal runs differ in it.
 *
 * @param forms instruction forms that the interpreter executes by a JVM class of their own
 */
public record EngineStatistics(long forms, RegionStatistics regions, PageStatistics pages) {
    public static final EngineStatistics NONE = new EngineStatistics(0, RegionStatistics.NONE, PageStatistics.NONE);

    /** Those of two engines together. */
    public EngineStatistics plus(EngineStatistics other) {
        return new EngineStatistics(forms + other.forms, regions.plus(other.regions), pages.plus(other.pages));
    }
}

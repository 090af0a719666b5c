package dev.vmkit.testkit.subject;

import java.util.List;

/**
 * What is to be told of a run, besides what is always told.
 *
 * @param places whose values at the end are to be told
 * @param writes registers of which every change is to be told
 * @param state whether the digest of the whole state is to be told
 * @param traps whether traps are to be counted, which takes time
 * @param picks whether the order is to be told in which guests or programs got the processor
 */
public record Wanted(List<String> places, List<String> writes, boolean state, boolean traps, boolean picks) {
    /** Only what is always told. */
    public static final Wanted NOTHING = new Wanted(List.of(), List.of(), false, false, false);
}

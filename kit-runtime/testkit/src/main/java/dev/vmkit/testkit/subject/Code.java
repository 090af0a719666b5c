package dev.vmkit.testkit.subject;

import java.util.List;

/** Instructions to execute. */
public sealed interface Code {
    /**
     * In assembly of the part under test.
     *
     * @param origin the first line's address, unless the source says another
     */
    record Source(String text, long origin) implements Code {}

    /** As address units of the space instructions come from. */
    record Units(List<Long> units, long origin) implements Code {}
}

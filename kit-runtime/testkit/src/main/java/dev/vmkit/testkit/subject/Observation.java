package dev.vmkit.testkit.subject;

import java.util.List;
import java.util.Map;

/**
 * How the run of a machine, a guest or a program went.
 *
 * @param console what it showed, at most {@link #MOST_CONSOLE} characters
 * @param detail of the end, in words
 * @param values of the places that were wanted; those that there are not are left out
 * @param writes changes of registers that were wanted, in order, at most {@link #MOST_WRITES}
 * @param state the digest of its whole state, or nothing
 * @param exits to its monitor by cause, such as {@code shadow fault}, and by cause and detail, such as
 *     {@code instruction: csrrw}
 * @param traps all there are and interrupts taken, by name; of what is no machine of its own there are none
 */
public record Observation(
        String name,
        String console,
        Ending ending,
        String detail,
        long instructions,
        Map<String, Bits> values,
        List<Write> writes,
        String state,
        Map<String, Long> exits,
        Map<String, Long> traps) {
    /** The most of a console that is told. */
    public static final int MOST_CONSOLE = 1 << 20;

    /** The most changes of registers that are told. */
    public static final int MOST_WRITES = 10_000;

    /** A register has another value. */
    public record Write(String register, long value) {}
}

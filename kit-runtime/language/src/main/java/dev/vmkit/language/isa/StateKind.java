package dev.vmkit.language.isa;

/** What a piece of a processor's state is, to somebody who wants to share the processor out. */
public enum StateKind {
    /** A program's own: it may see and change it, and it is saved with the program. */
    USER,
    /** How much is allowed now. */
    MODE,
    /** What decides how the processor is used: traps, interrupts, permissions. */
    CONTROL,
    /** Where memory lies: page tables, base and bound. */
    LOCATION,
    /** What time it is. */
    CLOCK,
    /** What the world outside wants or says. */
    IO;

    /** In words. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}

package dev.vmkit.language.isa;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

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

    /** What makes the processor a resource, but for where memory lies. */
    public static final Set<StateKind> RESOURCES = Collections.unmodifiableSet(EnumSet.of(CONTROL, CLOCK, IO));

    /** What somebody who shares the processor out must keep to himself. */
    public static final Set<StateKind> CONTROLLING =
            Collections.unmodifiableSet(EnumSet.of(MODE, CONTROL, LOCATION, CLOCK));

    /** All but the mode. */
    public static final Set<StateKind> BESIDES_MODE =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(MODE)));

    /** In words. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

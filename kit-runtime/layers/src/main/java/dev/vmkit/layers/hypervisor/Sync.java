package dev.vmkit.layers.hypervisor;

/** When a monitor's shadow tables follow a change of the guest's own tables. */
public enum Sync {
    /** When the guest has its processor forget translations, as it has to after a change: a virtual translation buffer. */
    FENCE,
    /** When it writes to one of its tables, all of which the monitor watches (Adams and Agesen, 2006, call that traces). */
    TRACE;

    /** As machine files call it. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}

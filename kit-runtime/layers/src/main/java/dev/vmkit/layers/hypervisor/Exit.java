package dev.vmkit.layers.hypervisor;

/**
 * Why a guest's instructions stopped running directly.
 *
 * @param detail the instruction, the trap, the device or the kind of access, as the definition calls it
 */
public record Exit(Cause cause, String detail) implements Comparable<Exit> {
    /** What kind of reason it is. */
    public enum Cause {
        /** An instruction that is not allowed, or does not work, where the guest runs: the monitor does it instead. */
        INSTRUCTION,
        /** The same where translated code calls the monitor, so that nothing traps. */
        CALLOUT,
        /** A guest asked for something by a call made for monitors. */
        HYPERCALL,
        /** The guest's tables lead somewhere, but the monitor's had no entry yet. The guest never knows. */
        SHADOW_FAULT,
        /** The guest's own tables do not allow an access: the fault is the guest's. */
        GUEST_FAULT,
        /** The guest wrote to one of its tables, which the monitor watches. */
        TABLE_WRITE,
        /** An access to a device, which the monitor plays. */
        DEVICE,
        /** Memory of the guest that had no frame yet behind it. */
        FRAME,
        /** An instruction raised a trap of the guest's own. */
        TRAP;

        /** As people write it. */
        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        }
    }

    @Override
    public int compareTo(Exit other) {
        int byCause = cause.compareTo(other.cause);
        return byCause != 0 ? byCause : detail.compareTo(other.detail);
    }
}

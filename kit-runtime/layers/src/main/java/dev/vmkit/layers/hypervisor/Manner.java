package dev.vmkit.layers.hypervisor;

import dev.vmkit.language.isa.Privilege;

/**
 * How a guest runs directly.
 *
 * @param sync when shadow tables follow the guest's
 * @param lowered whether it runs with fewer privileges, so that the processor notices what is privileged; otherwise nothing
 *     that is runs directly at all
 * @param trapped what an instruction that trapped counts as
 * @param device what an access to a device counts as
 * @param asking whether its kernel knows that there is a monitor, and asks it
 */
record Manner(Sync sync, boolean lowered, Exit.Cause trapped, Exit.Cause device, boolean asking) {
    /** The monitor is asked, and learns of the rest by traps. */
    static final Manner ASKING = new Manner(Sync.FENCE, true, Exit.Cause.INSTRUCTION, Exit.Cause.DEVICE, true);

    /** What its registers hold below. */
    Lowering lowering(Privilege privilege) {
        if (!lowered) {
            return Lowering.none(privilege);
        }
        return asking ? Lowering.withKernel(privilege) : Lowering.toUser(privilege);
    }

    /** Of what is privileged the monitor learns by traps. */
    static Manner trapping(Sync sync) {
        return new Manner(sync, true, Exit.Cause.INSTRUCTION, Exit.Cause.DEVICE, false);
    }

    /** Code was translated so that it calls the monitor. */
    static Manner calling(Sync sync) {
        return new Manner(sync, false, Exit.Cause.TRAP, Exit.Cause.CALLOUT, false);
    }
}

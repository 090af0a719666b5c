package dev.vmkit.machine.translate;

import dev.vmkit.language.ir.Stmt;
import dev.vmkit.machine.execute.Sight;
import java.util.List;

/**
 * An instruction at its address, and what it means there.
 *
 * @param next the address of the one after it in memory
 * @param body what it does, the definition's step hook included
 * @param locals how many local slots the body uses
 * @param targets where it may jump, as far as that is fixed
 * @param likely where a computed jump is likely to lead
 * @param jumpsAnywhere whether it may jump to an address that it computes
 * @param falls whether it may go on at {@code next}
 * @param links whether it keeps {@code next} in a register, as calls do
 */
record GuestInstruction(
        long pc,
        long next,
        Sight.Site site,
        Stmt body,
        int locals,
        List<Long> targets,
        List<Long> likely,
        boolean jumpsAnywhere,
        boolean falls,
        boolean links) {

    /** Whether it is the last one of its block. */
    boolean jumps() {
        return jumpsAnywhere || !targets.isEmpty();
    }

    /** The same with another body, which does as much. */
    GuestInstruction with(Stmt other) {
        return new GuestInstruction(pc, next, site, other, locals, targets, likely, jumpsAnywhere, falls, links);
    }

    int cycles() {
        return site.decoded().instruction().form().cycles();
    }
}

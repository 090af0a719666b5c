package dev.vmkit.language.ir;

import dev.vmkit.language.isa.RegisterFile;
import java.util.Set;

/**
 * What a body may do, found by looking through all its paths, calls included.
 *
 * @param reads, writes register files; the program counter counts as written by a jump
 * @param mayLoad, mayStore whether memory may be touched
 * @param mayTrap whether it raises a trap itself; every memory access may trap besides
 * @param mayJump, alwaysJumps whether some or all paths that end normally jump
 * @param signals what it may tell the runtime
 */
public record Effects(
        Set<RegisterFile> reads,
        Set<RegisterFile> writes,
        boolean mayLoad,
        boolean mayStore,
        boolean mayTrap,
        boolean mayJump,
        boolean alwaysJumps,
        boolean callsExterns,
        Set<Stmt.Signal.Kind> signals) {

    /** The effects of a body. */
    public static Effects of(Stmt body) {
        return new EffectsAnalysis().of(body);
    }

    /** Whether it neither changes nor looks at anything outside its locals and operands. */
    public boolean isPure() {
        return reads.isEmpty() && onlyReadsRegisters();
    }

    /** Whether it changes nothing, and looks at nothing but registers, locals and operands. */
    public boolean onlyReadsRegisters() {
        return writes.isEmpty() && signals.isEmpty() && !(mayLoad || mayStore || mayTrap || mayJump || callsExterns);
    }
}

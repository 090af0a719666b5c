package dev.vmkit.layers.hypervisor;

import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.isa.Privilege;
import dev.vmkit.language.isa.StateKind;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The instructions that a translator turns into calls of the monitor: those that may write state which is not a program's,
 * or tell the processor something; and those that always trap, such as a call of the kernel. What only reads such state
 * reads the guest's own, which it is right to see.
 */
final class CalledOut implements Predicate<Instruction> {
    /** What a program may tell the processor. */
    private static final Set<Stmt.Signal.Kind> HARMLESS = EnumSet.of(Stmt.Signal.Kind.FENCE, Stmt.Signal.Kind.HOLDS);

    private final Privilege privilege;

    /** By the instruction's identifier: a scan asks of the same ones again and again. */
    private final Map<String, Boolean> reaching = new HashMap<>();

    CalledOut(Isa isa) {
        this.privilege = isa.model().privilege().orElseThrow();
    }

    @Override
    public boolean test(Instruction instruction) {
        return reachesOut(instruction) || alwaysTraps(instruction);
    }

    /** Whether an instruction may write state that is not a program's, or tell the processor something. */
    boolean reachesOut(Instruction instruction) {
        return reaching.computeIfAbsent(instruction.id(), _ -> reachesOut(Writes.of(instruction)));
    }

    private boolean reachesOut(Writes writes) {
        return !HARMLESS.containsAll(writes.signals())
                || writes.bits().entrySet().stream()
                        .anyMatch(w -> (w.getValue() & ~privilege.bits(w.getKey(), StateKind.USER)) != 0);
    }

    /** Whether an instruction does nothing but trap, in any state. */
    static boolean alwaysTraps(Instruction instruction) {
        return alwaysTraps(instruction.body());
    }

    private static boolean alwaysTraps(Stmt s) {
        return switch (s) {
            case Stmt.Raise _ -> true;
            case Stmt.Block b -> b.statements().stream().anyMatch(CalledOut::alwaysTraps);
            case Stmt.If i -> alwaysTraps(i.then()) && alwaysTraps(i.otherwise());
            case Stmt.Switch w ->
                alwaysTraps(w.otherwise()) && w.cases().values().stream().allMatch(CalledOut::alwaysTraps);
            case Stmt.Run r -> alwaysTraps(r.function().body());
            default -> false;
        };
    }
}

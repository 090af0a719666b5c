package dev.vmkit.machine.translate;

import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.ir.Function;
import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.Specialiser;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.machine.execute.GuestCode;
import dev.vmkit.machine.execute.Procedure;
import dev.vmkit.machine.execute.Step;
import dev.vmkit.machine.execute.Steps;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The instruction forms of a hart as classes, each made when the first instruction of its form is met. So an instruction
 * takes one call that the JVM cannot foresee, and all instructions of a form make its class hot together.
 */
final class Forms implements Steps {
    /** Nodes of a function. */
    private static final int MOST_NODES = 2_000;

    private final GuestCode guest;
    private final int worthwhile;
    private final Optional<Stmt> after;
    private final Map<Instruction, Family> known = new IdentityHashMap<>();

    /**
     * No forms so far.
     *
     * @param worthwhile for programs of how many different instructions, and for functions called how often
     */
    Forms(GuestCode guest, int worthwhile) {
        this.guest = guest;
        this.worthwhile = worthwhile;
        this.after = guest.hart()
                .isa()
                .stepHook()
                .map(hook -> Specialiser.inline(hook).body());
    }

    @Override
    public int worthwhile() {
        return worthwhile;
    }

    @Override
    public Optional<Step> step(Decoding.Decoded decoded) {
        return known.computeIfAbsent(decoded.instruction(), form -> new Family(form, after, guest))
                .step(decoded);
    }

    @Override
    public int forms() {
        return known.values().stream().mapToInt(Family::size).sum();
    }

    @Override
    public Optional<Procedure> procedure(Function function) {
        Stmt body = Specialiser.inline(function).body();
        return FormScope.contains(body, MOST_NODES)
                ? new ProcedureWriter(function, body, guest).write().define().map(Forms::procedure)
                : Optional.empty();
    }

    private static Procedure procedure(Class<?> type) {
        try {
            return type.asSubclass(Procedure.class).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a procedure cannot be made", e);
        }
    }
}

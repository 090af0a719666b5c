package dev.vmkit.machine.translate;

import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.Specialiser;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.isa.Operand;
import dev.vmkit.machine.execute.GuestCode;
import dev.vmkit.machine.execute.Step;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The classes of one instruction form: one, for whatever its operands are; or, where what it does depends on their values
 * so much that this would be too large, one for each value of the operands that are no registers.
 */
final class Family {
    /** Nodes of a body; larger ones decide by their operands what they are. */
    private static final int MOST_NODES = 400;

    /** A guest cannot fill the host with classes. */
    private static final int MOST_CLASSES = 64;

    private static final Optional<Constructor<? extends Step>> NONE = Optional.empty();

    private final Instruction instruction;
    private final Optional<Stmt> after;
    private final GuestCode guest;
    private final Map<List<Long>, Optional<Constructor<? extends Step>>> byValues = new HashMap<>();
    private final boolean general;

    /**
     * Without classes.
     *
     * @param after what follows every instruction
     */
    Family(Instruction instruction, Optional<Stmt> after, GuestCode guest) {
        this.instruction = instruction;
        this.after = after;
        this.guest = guest;
        this.general = FormScope.contains(Specialiser.generalise(instruction).body(), MOST_NODES);
    }

    /** The step of one of its instructions, if it has a class for it. */
    Optional<Step> step(Decoding.Decoded decoded) {
        List<Long> values = general ? List.of() : fixed(decoded.values());
        if (!byValues.containsKey(values) && byValues.size() == MOST_CLASSES) {
            return Optional.empty();
        }
        return byValues.computeIfAbsent(values, _ -> type(decoded.values())).map(type -> step(type, decoded));
    }

    /** How many classes there are. */
    int size() {
        return (int) byValues.values().stream().filter(Optional::isPresent).count();
    }

    private List<Long> fixed(long[] values) {
        List<Long> some = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (isFixed(i)) {
                some.add(values[i]);
            }
        }
        return some;
    }

    private boolean isFixed(int operand) {
        return !general && !(instruction.form().operands().get(operand) instanceof Operand.Register);
    }

    private Optional<Constructor<? extends Step>> type(long[] values) {
        Stmt own = Specialiser.specialise(instruction, values, this::isFixed).body();
        Stmt body = after.<Stmt>map(hook -> new Stmt.Block(List.of(own, hook))).orElse(own);
        return FormScope.contains(body, MOST_NODES)
                ? new FormWriter(instruction, body, guest).write().define().map(Family::constructor)
                : NONE;
    }

    private static Constructor<? extends Step> constructor(Class<?> type) {
        try {
            return type.asSubclass(Step.class).getDeclaredConstructor(int.class, int.class, long[].class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("what was written is no form", e);
        }
    }

    private static Step step(Constructor<? extends Step> type, Decoding.Decoded decoded) {
        try {
            return type.newInstance(
                    decoded.units(), decoded.instruction().form().cycles(), decoded.values());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a form cannot be made", e);
        }
    }
}

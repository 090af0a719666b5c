package dev.vmkit.machine.translate;

import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.Specialiser;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.machine.execute.GuestCode;
import dev.vmkit.machine.execute.Step;
import dev.vmkit.machine.execute.Steps;
import java.lang.reflect.Constructor;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The instruction forms of a hart as classes, each made when the first instruction of its form is met. So an instruction
 * takes one call that the JVM cannot foresee, and all instructions of a form make its class hot together.
 */
final class Forms implements Steps {
    private final GuestCode guest;
    private final int worthwhile;
    private final Optional<Stmt> after;
    private final Map<Instruction, Optional<Constructor<? extends Step>>> known = new IdentityHashMap<>();

    /**
     * No forms so far.
     *
     * @param worthwhile for programs of how many different instructions
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
        return known.computeIfAbsent(decoded.instruction(), this::form).map(type -> step(type, decoded));
    }

    @Override
    public int forms() {
        return (int) known.values().stream().filter(Optional::isPresent).count();
    }

    private static Step step(Constructor<? extends Step> type, Decoding.Decoded decoded) {
        try {
            return type.newInstance(
                    decoded.units(), decoded.instruction().form().cycles(), decoded.values());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a form cannot be made", e);
        }
    }

    private Optional<Constructor<? extends Step>> form(Instruction instruction) {
        if (!FormScope.mayContain(instruction)) {
            return Optional.empty();
        }
        Stmt own = Specialiser.generalise(instruction).body();
        Stmt body = after.<Stmt>map(hook -> new Stmt.Block(List.of(own, hook))).orElse(own);
        return FormScope.contains(body, guest)
                ? new FormWriter(instruction, body, guest).write().define().map(Forms::constructor)
                : Optional.empty();
    }

    private static Constructor<? extends Step> constructor(Class<?> type) {
        try {
            return type.asSubclass(Step.class).getDeclaredConstructor(int.class, int.class, long[].class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("what was written is no form", e);
        }
    }
}

package dev.vmkit.machine.execute;

import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.ir.Function;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.ir.Trap;
import dev.vmkit.language.isa.Space;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.ExternBinding;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.HartState;
import dev.vmkit.machine.hart.Lines;
import dev.vmkit.machine.hart.Stop;
import dev.vmkit.machine.memory.Access;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** An engine for definitions without instructions: it runs their functions, one call at a time. Devices in YAML do. */
public final class FunctionEngine implements Engine {
    private final Hart hart;
    private final Core core;
    private final Map<Function, Routine> routines = new IdentityHashMap<>();

    private FunctionEngine(Hart hart) {
        this.hart = hart;
        this.core = new Core(hart, () -> {});
    }

    /**
     * An engine for a definition without spaces, its registers in the state after power-on.
     *
     * @throws IllegalArgumentException if an extern is missing
     */
    public static FunctionEngine of(Isa isa, Map<String, ExternBinding> externs) {
        return (FunctionEngine) new Hart(isa, Map.of(), externs, FunctionEngine::new).engine();
    }

    /** The registers. */
    public HartState state() {
        return hart.state();
    }

    /** Calls a function that does not call itself again through an extern; its first result, or 0. */
    public long call(Function function, long... arguments) {
        return routines.computeIfAbsent(function, f -> new Routine(core, f)).call(arguments);
    }

    @Override
    public Stop run() {
        return new Stop.Halted();
    }

    @Override
    public Optional<Lines.Line> interrupt() {
        return Optional.empty();
    }

    @Override
    public Optional<Stop> reset() {
        return Optional.empty();
    }

    @Override
    public Optional<Stop> take(Trap trap, long value) {
        return Optional.of(new Stop.Halted());
    }

    @Override
    public void flush() {
        core.flush();
    }

    @Override
    public Optional<Translated> translate(Space space, Access access, long address) {
        return Optional.empty();
    }

    @Override
    public long physical(long address, Access access, int units) {
        return address;
    }

    @Override
    public Optional<Decoding> decode(long address) {
        return Optional.empty();
    }
}

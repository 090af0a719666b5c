package dev.vmkit.layers.timeshare;

import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Privilege;
import dev.vmkit.language.isa.Space;
import dev.vmkit.layers.hypervisor.Deprivileged;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.ExternBinding;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.HartContext;
import dev.vmkit.machine.hart.Stop;
import dev.vmkit.machine.memory.AddressSpace;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The processor as programs have it: without privileges, every address relocated by a base and checked against a bound, and
 * whatever is not theirs to do gives the processor back to the monitor.
 */
final class Processor {
    private final Deprivileged isa;
    private final Hart hart;
    private final String call;
    private Relocation relocation = Relocation.NOWHERE;

    /**
     * A processor.
     *
     * @param hardware says of which instruction set, and what memory there is
     * @param call the id of the instruction by which programs call the monitor
     */
    Processor(Hart hardware, Engine.Factory engine, String call) {
        Isa own = hardware.isa();
        this.call = call;
        this.isa = Deprivileged.of(own, instruction -> instruction.id().equals(call));
        Map<String, AddressSpace> spaces = new HashMap<>();
        Map<String, ExternBinding> externs = new HashMap<>();
        isa.isa().externs().keySet().forEach(name -> externs.put(name, _ -> 0));
        for (Space space : own.model().spaces().values()) {
            spaces.put(space.name(), hardware.space(space.name()));
            externs.put(Deprivileged.lookup(space), arguments -> relocation.physical(arguments[1]));
        }
        this.hart = new Hart(isa.isa(), spaces, externs, engine, HartContext.ALONE);
        hart.exits(Set.copyOf(isa.isa().traps()));
    }

    /** What a program's registers hold when it begins: as after power-on, but in the mode of programs. */
    long[] registersAt(long start) {
        Privilege privilege = hart.isa().model().privilege().orElseThrow();
        hart.state().reset();
        hart.state().pc(start);
        long[] registers = hart.state().slots().clone();
        int mode = privilege.mode().file().slot();
        registers[mode] = registers[mode] & ~privilege.mode().mask()
                | privilege.user().value() << privilege.mode().range().low();
        return registers;
    }

    /** Restores the registers of a program that lies there in core. */
    void restore(long[] registers, Relocation where, int program) {
        System.arraycopy(registers, 0, hart.state().slots(), 0, registers.length);
        hart.state().slots()[isa.root().slot()] = program + 1L;
        relocation = where;
        hart.engine().moved();
    }

    /** Programs lie elsewhere than they did. */
    void forget() {
        hart.engine().flush();
    }

    /** Saves the registers of the program that has it. */
    void save(long[] registers) {
        System.arraycopy(hart.state().slots(), 0, registers, 0, registers.length);
    }

    /** Runs it for at most so many instructions, at least 1. */
    Stop run(long instructions) {
        return hart.run(instructions);
    }

    /** Instructions so far, of all programs. */
    long executed() {
        return hart.retired();
    }

    /** The instruction that comes next, if a call of the monitor stopped the program there. */
    Optional<Decoding.Decoded> call(Stop.Trapped stop) {
        return stop.trap().equals(isa.callout())
                ? hart.engine()
                        .decode(hart.state().pc())
                        .filter(Decoding.Decoded.class::isInstance)
                        .map(Decoding.Decoded.class::cast)
                        .filter(decoded -> decoded.instruction().id().equals(call))
                : Optional.empty();
    }

    /** What a program did that it may not do. */
    String why(Stop.Trapped stop) {
        Deprivileged.Miss miss = isa.misses().get(stop.trap());
        if (miss != null) {
            return "%s at 0x%x, which is not its own".formatted(miss.access().word(), stop.value());
        }
        return stop.trap().equals(isa.callout())
                ? "an instruction that only the monitor may use"
                : "the trap '" + stop.trap().name() + "'";
    }

    /** Goes on behind a call. */
    void skip(Decoding.Decoded call) {
        hart.state().pc(hart.state().pc() + call.units());
    }

    /** All registers, not to be changed. */
    long[] registers() {
        return hart.state().slots();
    }

    long register(int slot) {
        return hart.state().slots()[slot];
    }

    void register(int slot, long value) {
        hart.state().set(slot, value);
        hart.engine().moved();
    }
}

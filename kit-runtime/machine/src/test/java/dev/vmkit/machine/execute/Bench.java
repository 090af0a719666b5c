package dev.vmkit.machine.execute;

import dev.vmkit.language.codec.Program;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.ir.Trap;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.ExternBinding;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.Stop;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Ram;
import dev.vmkit.machine.memory.Region;
import java.util.LinkedHashMap;
import java.util.Map;

/** A hart on a workbench: memory, a program in assembly, and handles to look and push. */
public final class Bench {
    final Isa isa;
    final Map<String, AddressSpace> spaces = new LinkedHashMap<>();
    final Map<String, ExternBinding> externs = new LinkedHashMap<>();
    private final Engine.Factory engine;
    private Hart hart;
    private Map<String, Long> labels = Map.of();

    public Bench(String isa, Engines.Named engine) {
        this(TestIsas.get(isa), engine);
    }

    Bench(Isa isa, Engines.Named engine) {
        this.isa = isa;
        this.engine = engine.factory();
        this.isa.model().spaces().values().stream()
                .filter(s -> s.over().isEmpty())
                .forEach(s -> spaces.put(s.name(), AddressSpace.of(this.isa.model(), s)));
    }

    /** The machine {@code tiny} with 64 KiB of memory at 0. */
    public static Bench tiny(Engines.Named engine) {
        return new Bench("tiny", engine).ram("phys", 0, 0x10000).extern("host", arguments -> 0);
    }

    public Bench map(String space, long start, Region region) {
        spaces.get(space).map(start, region);
        return this;
    }

    Bench ram(String space, long start, long size) {
        return map(space, start, new Ram(size, spaces.get(space).unitBytes(), true));
    }

    /** What an extern does, from now on. */
    Bench extern(String name, ExternBinding binding) {
        externs.put(name, binding);
        return this;
    }

    /** Puts a program at an address and starts there. */
    public Bench program(long start, String source) {
        put(start, source);
        hart().reset(start);
        return this;
    }

    /** Puts code at an address. */
    public void put(long start, String source) {
        Program program = TestIsas.assemble(isa, start, source);
        labels = program.labels();
        for (Program.Segment segment : program.segments()) {
            physical(segment.space()).install(segment.address(), segment.bytes());
        }
    }

    private AddressSpace physical(String space) {
        return hart().space(space);
    }

    public Hart hart() {
        if (hart == null) {
            Map<String, ExternBinding> late = new LinkedHashMap<>();
            externs.keySet()
                    .forEach(name ->
                            late.put(name, arguments -> externs.get(name).call(arguments)));
            hart = new Hart(isa, spaces, late, engine);
        }
        return hart;
    }

    public AddressSpace phys() {
        return spaces.values().iterator().next();
    }

    long label(String name) {
        return labels.get(name);
    }

    public Stop run(long budget) {
        return hart().run(budget);
    }

    /** A register by the name of its file, or {@code file[index]} written {@code file, index}. */
    public long get(String file, int index) {
        return hart().state().get(isa.model().register(file).orElseThrow(), index);
    }

    public long get(String register) {
        return get(register, 0);
    }

    public void set(String file, int index, long value) {
        hart().state().set(isa.model().register(file).orElseThrow(), index, value);
    }

    Trap trap(String name) {
        return isa.traps().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

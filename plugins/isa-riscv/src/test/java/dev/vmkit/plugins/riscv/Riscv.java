package dev.vmkit.plugins.riscv;

import dev.vmkit.language.codec.Assembler;
import dev.vmkit.language.codec.Program;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.ir.Trap;
import dev.vmkit.language.isa.IsaLoader;
import dev.vmkit.language.semantics.SemanticsChecker;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.machine.execute.InterpretEngine;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.Stop;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Ram;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A RISC-V hart with 4 MiB of memory at 0x80000000, in machine mode, and a program in assembly that ends with ebreak. In
 * every run a second hart, which translates, must do the same.
 */
final class Riscv {
    static final long RAM = 0x8000_0000L;
    static final int RAM_BYTES = 4 << 20;

    private static final int MOST_INSTRUCTIONS = 100_000;

    final Isa isa;
    final AddressSpace memory;
    final Hart hart;

    /** A hart of that width with some features changed, each written {@code Zbb} or {@code -C}. */
    Riscv(int width, String... features) {
        this.isa = isa(width, features);
        this.memory = AddressSpace.of(isa.model(), isa.model().spaces().get("phys"));
        memory.map(RAM, new Ram(RAM_BYTES, 1, true));
        this.hart = new Hart(isa, Map.of("phys", memory), Map.of(), InterpretEngine::new);
        hart.exits(Set.of(breakpoint()));
    }

    static Isa isa(int width, String... features) {
        Map<String, Boolean> changed = new HashMap<>();
        for (String feature : features) {
            changed.put(feature.replace("-", ""), !feature.startsWith("-"));
        }
        Diagnostics diagnostics = new Diagnostics();
        var choice = new IsaLoader.Choice(Optional.empty(), Map.of("XLEN", (long) width), changed);
        return IsaLoader.load(definition(), name -> Optional.empty(), choice, diagnostics)
                .flatMap(model -> SemanticsChecker.check(model, diagnostics))
                .orElseThrow(() -> new AssertionError(diagnostics.list()));
    }

    private static SourceFile definition() {
        try (InputStream in = Riscv.class.getResourceAsStream("/riscv.yaml")) {
            return new SourceFile("riscv.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Trap breakpoint() {
        return isa.traps().stream()
                .filter(t -> t.name().equals("breakpoint"))
                .findFirst()
                .orElseThrow();
    }

    /** Puts code at an address, without running it. */
    Riscv put(long address, String source) {
        Diagnostics diagnostics = new Diagnostics();
        Program program = Assembler.of(isa)
                .assemble(new SourceFile("test.asm", source), address, diagnostics)
                .orElseThrow(() -> new AssertionError(diagnostics.list()));
        program.segments().forEach(s -> memory.install(s.address(), s.bytes()));
        return this;
    }

    /** Runs a program from the start of memory until its ebreak. */
    Riscv run(String source) {
        put(RAM, source);
        hart.reset(RAM);
        return resume();
    }

    /** Goes on after an ebreak, or from where the hart stands. */
    Riscv resume() {
        Twin twin = new Twin(hart);
        Stop stop = hart.run(MOST_INSTRUCTIONS);
        twin.follow(stop, MOST_INSTRUCTIONS);
        if (!(stop instanceof Stop.Trapped)) {
            throw new AssertionError("it should have come to an ebreak, but: " + stop + " at "
                    + Long.toHexString(hart.state().pc()) + ", mcause " + get("mcause") + ", mtval "
                    + Long.toHexString(get("mtval")));
        }
        return this;
    }

    /** One of the registers by its name in assembly, such as a0. */
    long x(String name) {
        var file = isa.model().register("x").orElseThrow();
        return hart.state().get(file, file.names().indexOf(name));
    }

    /** A register that is a single one, such as mcause. */
    long get(String name) {
        return hart.state().get(isa.model().register(name).orElseThrow(), 0);
    }

    long load(long address, int width) {
        return memory.load(address, width);
    }

    void store(long address, int width, long value) {
        memory.store(address, width, value);
    }
}

package dev.vmkit.docs;

import dev.vmkit.assembly.assemble.Construction;
import dev.vmkit.assembly.assemble.Engines;
import dev.vmkit.assembly.assemble.Resolution;
import dev.vmkit.assembly.assemble.ResolvedMachine;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.config.MachineReader;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.machine.board.Limits;
import dev.vmkit.machine.board.Machine;
import dev.vmkit.machine.board.Outcome;
import dev.vmkit.machine.board.ScriptedInput;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.state.StateHash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A machine as a guest of different monitors: made again and again from one file. */
final class GuestBoard {
    private final ResolvedMachine plan;
    private final StringBuilder shown = new StringBuilder();

    /** A RISC-V board with M, S and U mode, and these programs. */
    static GuestBoard riscv(Path folder, int harts, Map<String, String> programs) {
        return riscv(folder, "rv64imac", harts, programs);
    }

    /** The same of another variant. */
    static GuestBoard riscv(Path folder, String variant, int harts, Map<String, String> programs) {
        return new GuestBoard(folder, machine(variant, harts, String.join(", ", programs.keySet())), programs);
    }

    /** The file of such a board that loads these files. */
    static String machine(String variant, int harts, String programs) {
        return """
            kit: 1
            machine: guest
            cpu: { isa: riscv, variant: %s, harts: %d, speed: 1 GHz, timebase: 10 MHz }
            memory:
              ram: { at: 0x80000000, size: 1 MiB }
            devices:
              clint: { model: riscv-clint,  at: 0x02000000, interrupts: cpu }
              plic:  { model: riscv-plic,   at: 0x0C000000, interrupts: cpu }
              uart:  { model: uart-16550,   at: 0x10000000, interrupts: plic 10 }
              test:  { model: sifive-test,  at: 0x00100000 }
            console: uart
            load: [ %s ]
            """.formatted(variant, harts, programs);
    }

    /** A machine described by a file, with these files beside it. */
    GuestBoard(Path folder, String machine, Map<String, String> files) {
        this(folder, List.of(Console.REPOSITORY.resolve("plugins")), machine, files);
    }

    /** The same with plugins from these folders. */
    GuestBoard(Path folder, List<Path> plugins, String machine, Map<String, String> files) {
        files.forEach((name, content) -> write(folder.resolve(name), content));
        Catalog catalog = Catalog.open(plugins);
        Diagnostics diagnostics = new Diagnostics();
        this.plan = MachineReader.read(new SourceFile("machine.yaml", machine), diagnostics)
                .flatMap(config -> Resolution.resolve(config, folder, catalog, diagnostics))
                .orElseThrow(() -> new AssertionError(diagnostics.list()));
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The instruction set as the machine has it. */
    ResolvedMachine plan() {
        return plan;
    }

    /** The machine, whose harts a monitor runs by one of the kit's engines. */
    Machine machine(String engine, UnaryOperator<Engine.Factory> monitor) {
        shown.setLength(0);
        return Construction.build(
                plan,
                new ScriptedInput(new byte[0]),
                v -> shown.append((char) v),
                Optional.empty(),
                _ -> monitor.apply(Engines.named(engine)));
    }

    /** What a run was like. */
    record Observed(Outcome outcome, List<String> hashes, String shown) {}

    /** Runs the machine to its end, and looks at its state every so many instructions. */
    Observed observe(String engine, long every, UnaryOperator<Engine.Factory> monitor) {
        return observe(engine, every, 1000 * every, monitor);
    }

    /** Runs it for at most so many instructions. */
    Observed observe(String engine, long every, long most, UnaryOperator<Engine.Factory> monitor) {
        try (Machine machine = machine(engine, monitor)) {
            List<String> hashes = new ArrayList<>();
            Outcome outcome;
            do {
                outcome = machine.run(Limits.instructions(every));
                hashes.add(StateHash.of(machine.save()));
            } while (outcome instanceof Outcome.BudgetReached && hashes.size() * every < most);
            return new Observed(outcome, hashes, shown.toString());
        }
    }

    /** A program of these tests. */
    static String program(String name) {
        try (var in = GuestBoard.class.getResourceAsStream("/hypervisor/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.vmkit.docs;

import dev.vmkit.assembly.assemble.Construction;
import dev.vmkit.assembly.assemble.Resolution;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.config.MachineReader;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.machine.board.Machine;
import dev.vmkit.machine.board.ScriptedInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** RISC-V boards with the plugins of this repository, and programs in machine mode. Ten ticks of time are 1000 instructions. */
final class Board {
    private static final String MACHINE = """
        kit: 1
        machine: board
        cpu: { isa: riscv, variant: rv64imac, harts: %d, speed: 1 GHz, timebase: 10 MHz }
        memory:
          ram: { at: 0x80000000, size: 1 MiB }
        devices:
          clint: { model: riscv-clint,  at: 0x02000000, interrupts: cpu }
          plic:  { model: riscv-plic,   at: 0x0C000000, interrupts: cpu }
          uart:  { model: uart-16550,   at: 0x10000000, interrupts: plic 10 }
          rtc:   { model: goldfish-rtc, at: 0x00101000, interrupts: plic 11 }
          test:  { model: sifive-test,  at: 0x00100000 }
        console: uart
        load: program.asm
        """;

    /** Where the devices are, and how a program ends with the number in a0. */
    private static final String COMMON = """
                .org 0x80000000
                .entry start
                .equ CLINT, 0x02000000
                .equ PLIC, 0x0C000000
                .equ UART, 0x10000000
                .equ RTC, 0x00101000
                .equ TEST, 0x00100000
        end:    slli a0, a0, 16
                li   t0, 0x5555
                beqz a0, good
                li   t0, 0x3333
        good:   add  a0, a0, t0
                li   t0, TEST
                sw   a0, 0(t0)
                j    end
        """;

    private final Path folder;
    private final int harts;
    private final StringBuilder shown = new StringBuilder();

    /**
     * A board whose programs lie in a folder.
     *
     * @param folder empty
     * @param harts how many it has
     */
    Board(Path folder, int harts) {
        this.folder = folder;
        this.harts = harts;
    }

    /** The board with this program in memory, and {@code typed} on the other end of the serial line. */
    Machine machine(String program, String typed) {
        write("program.asm", COMMON + program);
        Catalog catalog = Catalog.open(List.of(Console.REPOSITORY.resolve("plugins")));
        Diagnostics diagnostics = new Diagnostics();
        return MachineReader.read(new SourceFile("machine.yaml", MACHINE.formatted(harts)), diagnostics)
                .flatMap(config -> Resolution.resolve(config, folder, catalog, diagnostics))
                .map(plan -> Construction.build(
                        plan,
                        new ScriptedInput(typed.getBytes(StandardCharsets.US_ASCII)),
                        v -> shown.append((char) v)))
                .orElseThrow(() -> new AssertionError(diagnostics.list()));
    }

    /** The board with this program in memory. */
    Machine machine(String program) {
        return machine(program, "");
    }

    /** What the serial line showed. */
    String shown() {
        return shown.toString();
    }

    private void write(String name, String content) {
        try {
            Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

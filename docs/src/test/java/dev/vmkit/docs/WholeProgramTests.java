package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.assembly.assemble.Construction;
import dev.vmkit.assembly.assemble.Resolution;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.config.MachineReader;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Text;
import dev.vmkit.machine.board.Limits;
import dev.vmkit.machine.board.Machine;
import dev.vmkit.machine.board.Outcome;
import dev.vmkit.machine.board.ScriptedInput;
import dev.vmkit.machine.state.StateHash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Machines of the labs and kernels of the benchmark have the same state on every engine, after any number of instructions. */
class WholeProgramTests {
    private static final List<String> KERNELS =
            List.of("mix", "list", "hash-sv39", "doubles-sv39", "syscalls", "calls", "cold", "generate");

    /** The board that the kernels are made for; how many rounds they do lies near the end of their memory. */
    private static final String BOARD = """
        kit: 1
        machine: kernel
        cpu: { isa: riscv, variant: rv64gc, starts-at: 0x80000000 }
        memory:
          ram: { at: 0x80000000, size: 64 MiB }
        devices:
          uart:     { model: uart-16550, at: 0x10000000 }
          finisher: { model: power,      at: 0x00100000 }
        console: uart
        load:
          - program.elf
          - { file: rounds.bin, at: 0x83FFF000 }
        """;

    private static final int POINTS = 12;

    @TempDir
    private Path folder;

    static Stream<Arguments> kernels() {
        return KERNELS.stream()
                .flatMap(k -> Stream.of("translate", "quick", "auto").map(engine -> Arguments.of(k, engine)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"curriculum/00-hello-machine", "curriculum/01-real-compiler"})
    void labs(String lab) throws IOException {
        Path of = Console.REPOSITORY.resolve(lab);
        String yaml = Files.readString(of.resolve("machine.yaml"));
        for (String engine : List.of("translate", "quick", "auto")) {
            compare(machine(yaml, of, "interpret"), machine(yaml, of, engine), 997);
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void kernels(String kernel, String engine) throws IOException {
        try (InputStream elf =
                WholeProgramTests.class.getResourceAsStream("/dev/vmkit/tools/bench/rv64/" + kernel + ".elf")) {
            Files.write(folder.resolve("program.elf"), elf.readAllBytes());
        }
        ByteBuffer rounds = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        Files.write(folder.resolve("rounds.bin"), rounds.putLong(1_000_000).array());
        compare(machine(BOARD, folder, "interpret"), machine(BOARD, folder, engine), 50_021);
    }

    private static Machine machine(String yaml, Path folder, String engine) {
        Catalog catalog = Catalog.open(List.of(Console.REPOSITORY.resolve("plugins")));
        Diagnostics diagnostics = new Diagnostics();
        Machine machine = MachineReader.read(new SourceFile("machine.yaml", yaml), diagnostics)
                .map(config -> config.withEngine(Text.synthetic("the test", engine)))
                .flatMap(config -> Resolution.resolve(config, folder, catalog, diagnostics))
                .map(plan -> Construction.build(plan, new ScriptedInput(new byte[0]), shown -> {}))
                .orElseThrow(() -> new AssertionError(diagnostics.list()));
        assertThat(machine.powerOn()).isEmpty();
        return machine;
    }

    private static void compare(Machine reference, Machine tested, int step) {
        Outcome outcome = new Outcome.BudgetReached();
        for (int point = 1; point <= POINTS && outcome instanceof Outcome.BudgetReached; point++) {
            outcome = reference.run(Limits.instructions(step));
            assertThat(tested.run(Limits.instructions(step))).isEqualTo(outcome);
            assertThat(StateHash.of(tested.save()))
                    .as("the state after %d instructions", reference.clock().ticks())
                    .isEqualTo(StateHash.of(reference.save()));
        }
        assertThat(reference.clock().ticks()).isGreaterThan(1000);
    }
}

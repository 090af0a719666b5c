package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.layers.hypervisor.BinaryTranslation;
import dev.vmkit.layers.hypervisor.ExitLog;
import dev.vmkit.layers.hypervisor.HardwareAssisted;
import dev.vmkit.layers.hypervisor.Paravirtual;
import dev.vmkit.layers.hypervisor.ShadowPaging;
import dev.vmkit.layers.hypervisor.Sync;
import dev.vmkit.layers.hypervisor.Technique;
import dev.vmkit.layers.hypervisor.TrapAndEmulate;
import dev.vmkit.machine.board.Limits;
import dev.vmkit.machine.board.Machine;
import dev.vmkit.machine.board.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exits of each of the nanobenchmarks of {@code curriculum/12-adams-agesen} in an iteration, exactly. */
class NanobenchTests {
    private static final int FEW = 100;
    private static final int MANY = 1100;

    private static final Map<String, Technique> TECHNIQUES = Map.of(
            "trap-and-emulate", new TrapAndEmulate(),
            "trace", new ShadowPaging(Sync.TRACE),
            "binary-translation", new BinaryTranslation(),
            "hardware-assisted", new HardwareAssisted(),
            "paravirtual", new Paravirtual());

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} under {1}")
    @CsvSource(delimiter = '|', textBlock = """
        0 syscall | trap-and-emulate   | instruction csrrs 1, instruction csrrw 1, instruction ecall 1, instruction sret 1
        0 syscall | trace              | instruction csrrs 1, instruction csrrw 1, instruction ecall 1, instruction sret 1
        0 syscall | binary-translation | callout csrrs 1, callout csrrw 1, callout ecall 1, callout sret 1
        0 syscall | paravirtual        | instruction ecall 1
        0 syscall | hardware-assisted  |
        1 in      | trap-and-emulate   | device load 1
        1 in      | trace              | device load 1
        1 in      | binary-translation | callout load 1
        1 in      | paravirtual        | device load 1
        1 in      | hardware-assisted  | device load 1
        2 sie     | trap-and-emulate   | instruction csrrw 1
        2 sie     | trace              | instruction csrrw 1
        2 sie     | binary-translation | callout csrrw 1
        2 sie     | paravirtual        |
        2 sie     | hardware-assisted  |
        3 callret | trap-and-emulate   |
        3 callret | trace              |
        3 callret | binary-translation |
        3 callret | paravirtual        |
        3 callret | hardware-assisted  |
        4 pgfault | trap-and-emulate   | guest fault load 1, instruction csrrs 1, instruction sfence.vma 2, instruction sret 1, shadow fault load 1
        4 pgfault | trace              | guest fault load 1, instruction csrrs 1, instruction sfence.vma 2, instruction sret 1, shadow fault load 1, table write store 2
        4 pgfault | binary-translation | callout csrrs 1, callout sfence.vma 2, callout sret 1, guest fault load 1, shadow fault load 1
        4 pgfault | paravirtual        | guest fault load 1, hypercall multicall 1
        4 pgfault | hardware-assisted  |
        5 ptemod  | trap-and-emulate   | instruction sfence.vma 1
        5 ptemod  | trace              | instruction sfence.vma 1, table write store 1
        5 ptemod  | binary-translation | callout sfence.vma 1
        5 ptemod  | paravirtual        | hypercall multicall 1
        5 ptemod  | hardware-assisted  |
        6 divzero | trap-and-emulate   | instruction csrrs 1, instruction csrrw 1, instruction ebreak 1, instruction sret 1
        6 divzero | trace              | instruction csrrs 1, instruction csrrw 1, instruction ebreak 1, instruction sret 1
        6 divzero | binary-translation | callout csrrs 1, callout csrrw 1, callout ebreak 1, callout sret 1
        6 divzero | paravirtual        | instruction ebreak 1
        6 divzero | hardware-assisted  |
        """)
    void an_iteration_exits(String benchmark, String technique, String exits) throws IOException {
        int number = Integer.parseInt(benchmark.substring(0, 1));
        for (String engine : new String[] {"interpret", "auto"}) {
            assertThat(perIteration(number, TECHNIQUES.get(technique), engine)).isEqualTo(exits == null ? "" : exits);
        }
    }

    private String perIteration(int benchmark, Technique technique, String engine) throws IOException {
        Map<String, Long> exits = new TreeMap<>();
        exits(benchmark, MANY, technique, engine).forEach((exit, count) -> exits.merge(exit, count, Long::sum));
        exits(benchmark, FEW, technique, engine).forEach((exit, count) -> exits.merge(exit, -count, Long::sum));
        StringBuilder all = new StringBuilder();
        exits.forEach((exit, count) -> {
            assertThat(count % (MANY - FEW)).as(exit).isZero();
            if (count != 0) {
                all.append(all.isEmpty() ? "" : ", ").append(exit).append(' ').append(count / (MANY - FEW));
            }
        });
        return all.toString();
    }

    private Map<String, Long> exits(int benchmark, int iterations, Technique technique, String engine)
            throws IOException {
        String file = technique instanceof Paravirtual ? "nanobench-paravirtual.asm" : "nanobench.asm";
        String program = Files.readString(Console.REPOSITORY.resolve("curriculum/12-adams-agesen/" + file));
        String choice = ".org 0x80008000\n .dword " + benchmark + ", " + iterations + "\n";
        GuestBoard board = GuestBoard.riscv(folder, 1, Map.of("nanobench.asm", program, "choice.asm", choice));
        ExitLog log = new ExitLog();
        Machine machine = board.machine(engine, below -> technique.over(below, log));
        assertThat(machine.run(Limits.instructions(1_000_000))).isEqualTo(new Outcome.PoweredOff(0));
        Map<String, Long> exits = new TreeMap<>();
        log.counts().forEach((exit, count) -> exits.put(exit.cause() + " " + exit.detail(), count));
        return exits;
    }
}

package dev.vmkit.assembly.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.assembly.config.MachineConfig;
import dev.vmkit.assembly.config.MachineReader;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.machine.memory.Ram;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryAheadTests {
    private static final String MACHINE = """
        kit: 1
        machine: m
        cpu: { isa: tiny }
        memory:
          one:   { at: 0,         size: 16 MiB }
          other: { at: 0x1000000, size: 16 MiB, rom: true }
          small: { at: 0x2000000, size: 4 KiB }
        """;

    @TempDir
    private Path folder;

    private static MachineConfig read(String yaml) {
        return MachineReader.read(new SourceFile("machine.yaml", yaml), new Diagnostics())
                .orElseThrow();
    }

    private List<ResolvedMemory> memory() {
        return new TestMachine(folder).resolved(MACHINE).memory();
    }

    private final Queue<Long> asked = new ConcurrentLinkedQueue<>();
    private final MemoryAhead ahead = new MemoryAhead(bytes -> {
        asked.add(bytes);
        return Ram.zeros(bytes);
    });

    @Test
    void largePiecesAreTakenOnceAndAreAsTheyWouldBeOtherwise() {
        ahead.begin(read(MACHINE));

        List<Ram> rams = memory().stream().map(ahead::ram).toList();
        assertThat(asked).containsExactly(16L << 20, 16L << 20);
        assertThat(rams).extracting(Ram::size).containsExactly(16L << 20, 16L << 20, 4096L);
        assertThat(rams).extracting(Ram::writable).containsExactly(true, false, true);
    }

    @Test
    void nobodyGetsThePieceOfAnother() {
        ahead.begin(read(MACHINE));

        for (int i = 0; i < 4; i++) {
            Ram ram = ahead.ram(memory().getFirst());
            assertThat(ram.bytes()[0]).isZero();
            ram.put(0, new byte[] {1}, 0, 1);
        }
    }

    @Test
    void nothingIsTakenBeyondTheMachinesLimit() {
        ahead.begin(read(MACHINE + "limits: { memory: 20 MiB }\n"));

        memory().forEach(ahead::ram);
        assertThat(asked).containsExactly(16L << 20);
    }

    @Test
    void aMistakenMachineDoesNotWaitForGigabytes() {
        for (String size : List.of("1 GiB", "2 GiB", "4096 GiB")) {
            ahead.begin(read(MACHINE.replaceFirst("16 MiB", size)));
            ahead.ram(memory().getFirst()); // the other one, which is done then
        }
        assertThat(asked).containsOnly(16L << 20);
    }
}

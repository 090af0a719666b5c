package dev.vmkit.assembly.assemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.vmkit.assembly.config.MachineConfig;
import dev.vmkit.assembly.config.MachineReader;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.machine.memory.Ram;
import java.nio.file.Path;
import java.util.List;
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

    @Test
    void everyPieceIsAsItWouldBeOtherwise() {
        MemoryAhead ahead = new MemoryAhead();
        ahead.begin(read(MACHINE));

        List<Ram> rams = memory().stream().map(ahead::ram).toList();
        assertThat(rams).extracting(Ram::size).containsExactly(16L << 20, 16L << 20, 4096L);
        assertThat(rams).extracting(Ram::writable).containsExactly(true, false, true);
    }

    @Test
    void nobodyGetsThePieceOfAnother() {
        MemoryAhead ahead = new MemoryAhead();
        ahead.begin(read(MACHINE));

        Ram first = ahead.ram(memory().getFirst());
        first.put(0, new byte[] {1}, 0, 1);
        for (int i = 0; i < 3; i++) {
            assertThat(ahead.ram(memory().getFirst()).bytes()[0]).isZero();
        }
    }

    @Test
    void aSizeBeyondAllBoundsIsLeftToThoseWhoReportIt() {
        for (String size : List.of("2 GiB", "4096 GiB", "8000000000 GiB")) {
            MemoryAhead ahead = new MemoryAhead();
            assertThatNoException()
                    .isThrownBy(() -> MachineReader.read(
                                    new SourceFile("machine.yaml", MACHINE.replace("16 MiB", size)), new Diagnostics())
                            .ifPresent(ahead::begin));
        }
    }
}

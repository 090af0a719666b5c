package dev.vmkit.assembly.assemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.assembly.Golden;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTests {
    private static final String MACHINE = """
        kit: 1
        machine: m
        cpu: { isa: tiny }
        memory:
          low:  { at: 0x0000, size: 4 KiB }
          high: { at: 0x1000, size: 4 KiB, rom: true }
        """;

    @TempDir
    private Path folder;

    private TestMachine test;

    @BeforeEach
    void folder() {
        test = new TestMachine(folder);
    }

    @Test
    void anElfProgramMayReachOverPiecesOfMemoryThatTouch() {
        test.file("a.elf", elf(243, 0xFFC, 8, 8));
        ResolvedMachine machine = test.resolved(MACHINE + "load: a.elf\n");
        assertThat(machine.start()).hasValue(0xFFC);
        assertThat(machine.programs().getFirst().segments())
                .singleElement()
                .satisfies(s -> assertThat(s.units()).isEqualTo(8));
    }

    @Test
    void firmwareSaysWhereToStartBeforeTheProgramDoes() {
        test.file("boot.elf", elf(243, 0x100, 4, 4)).file("a.elf", elf(243, 0x200, 4, 4));
        assertThat(test.resolved(MACHINE + "firmware: boot.elf\nload: a.elf\n").start())
                .hasValue(0x100);
    }

    @Test
    void aRawFileGoesWhereTheMachineFileSays() {
        test.file("data.bin", new byte[16]);
        ResolvedMachine machine = test.resolved(MACHINE + "load: { file: data.bin, at: 0x800 }\n");
        assertThat(machine.programs().getFirst().segments().getFirst().address())
                .isEqualTo(0x800);
    }

    @Test
    void anElfOfAnotherMachine() {
        test.file("pc.elf", elf(62, 0x100, 4, 4));
        refused("elf-wrong-machine", "load: pc.elf\n");
    }

    @Test
    void aTruncatedElf() {
        test.file("torn.elf", Arrays.copyOf(elf(243, 0x100, 4, 4), 60));
        refused("elf-truncated", "load: torn.elf\n");
    }

    @Test
    void aProgramOutsideMemory() {
        test.file("far.elf", elf(243, 0x8000_0000, 4, 1 << 20));
        refused("elf-outside", "load: far.elf\n");
    }

    @Test
    void filesThatAreMissingOrOfUnknownFormat() {
        test.file("hello.asm", "  .org 0x100\n  HALT\n").file("notes", "text").file("data.bin", new byte[4]);
        refused("files", """
            load:
              - helo.asm
              - notes
              - { file: notes, format: elff }
              - data.bin
              - { file: hello.asm, at: 0x100 }
              - tiny/missing.asm
              - .
            """);
    }

    @Test
    void programsThatOverlap() {
        test.file("a.bin", new byte[64]).file("b.bin", new byte[64]);
        refused("programs-overlap", """
            firmware: { file: a.bin, at: 0x100 }
            load: { file: b.bin, at: 0x13F }
            """);
    }

    private void refused(String golden, String load) {
        assertThat(test.resolve(MACHINE + load)).isEmpty();
        Golden.check("assemble/" + golden + ".txt", test.messages());
    }

    /** A 32-bit little-endian ELF program of one segment. */
    private static byte[] elf(int machine, int address, int bytes, int size) {
        ByteBuffer out = ByteBuffer.allocate(84 + bytes).order(ByteOrder.LITTLE_ENDIAN);
        out.put(new byte[] {0x7F, 'E', 'L', 'F', 1, 1, 1}).position(16);
        out.putShort((short) 2)
                .putShort((short) machine)
                .putInt(1)
                .putInt(address)
                .putInt(52);
        out.position(42);
        out.putShort((short) 32).putShort((short) 1).putShort((short) 40);
        out.position(52);
        out.putInt(1).putInt(84).putInt(address).putInt(address).putInt(bytes).putInt(size);
        return out.array();
    }
}

package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.docs.GuestBoard.Observed;
import dev.vmkit.layers.hypervisor.BinaryTranslation;
import dev.vmkit.layers.hypervisor.ExitLog;
import dev.vmkit.layers.hypervisor.ShadowPaging;
import dev.vmkit.layers.hypervisor.Sync;
import dev.vmkit.layers.hypervisor.Technique;
import dev.vmkit.layers.hypervisor.TrapAndEmulate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Instructions that have done something when they stop because the monitor's tables lack an entry do it once all the same. */
class HalfDoneTests {
    private static final String PLUGIN = """
        plugin: isa-eager
        version: 1.0.0
        requires: ">=1.0.0 & <2.0.0"
        about: Instructions that do something before they load or store.
        provides:
          - isa: eager.yaml
        """;

    private static final String ISA = """
        isa: eager
        doc: Instructions that do something before they load or store.
        byte-order: little
        spaces:
          phys: { addr: 16, unit: 8 }
          mem:  { addr: 16, unit: 8, over: phys, translate: same, key: [mode] }
        fetch: mem
        registers:
          r:    { count: 4, width: 16, names: [A, B, C, D] }
          pc:   { width: 16, role: pc }
          mode: { width: 1 }
        privilege: { mode: mode, modes: { user: 1, supervisor: 0 }, user: [r] }
        operands:
          d: { reg: r }
          n: { int: u16 }
        functions:
          b16 same(b16 a, b2 access): "return a"
        instructions:
          SET:  { encode: "0x01, 000000 d, n[7:0], n[15:8]", asm: "{d}, {n}", do: "d = n", doc: Set. }
          PUSH: { encode: "0x02, 000000 d", asm: "{d}", restartable: no, do: "r[3] = r[3] - 0x1000; mem16[r[3]] = d", doc: Push. }
          TICK: { encode: "0x03, 000000 d", asm: "{d}", restartable: no, cycles: 3, do: "tick(5); d = mem16[r[3] + 0x1000]", doc: Tick. }
          SWAP: { encode: "0x04", restartable: no, do: "let a = mem16[r[3]]; mem16[r[3]] = a + 1; r[0] = mem16[r[3] + 0x2000]", doc: Change and load. }
          JMP:  { encode: "0x05, n[7:0], n[15:8]", asm: "{n}", do: "pc = n", doc: Jump. }
        """;

    /** Whatever an instruction did, something is loaded behind it. */
    private static final String HOOKED = ISA.substring(0, ISA.indexOf("instructions:")) + """
        hooks:
          step: "let x = mem16[r[3] + 0x2000]; r[2] = r[2] + x + 1"
        instructions:
          SET:  { encode: "0x01, 000000 d, n[7:0], n[15:8]", asm: "{d}, {n}", do: "d = n", doc: Set. }
          NEXT: { encode: "0x02, 000000 d", asm: "{d}", cycles: 3, do: "d = d + 0x1000", doc: The next page. }
          BUMP: { encode: "0x03", do: "let a = mem16[r[3] + 0x800]; mem16[r[3] + 0x800] = a + 1", doc: Count in memory. }
          LINK: { encode: "0x05, 000000 d, n[7:0], n[15:8]", asm: "{d}, {n}", do: "d = d + pc; pc = n", doc: Jump. }
        """;

    private static final String MACHINE = """
        kit: 1
        machine: eager
        cpu: { isa: eager, starts-at: 0x0 }
        memory:
          ram: { at: 0x0, size: 64 KiB }
        load: eager.asm
        """;

    private static final String PROGRAM = """
                .org 0
        start:  SET  D, 0xF000
        again:  PUSH D
                TICK B
                SWAP
                JMP  again
        """;

    private static final String HOOKED_PROGRAM = """
                .org 0
        start:  SET  D, 0xE000
        again:  NEXT D
                BUMP
                LINK A, again
        """;

    @TempDir
    Path folder;

    static List<Technique> techniques() {
        return List.of(
                new TrapAndEmulate(),
                new ShadowPaging(Sync.TRACE),
                new BinaryTranslation(),
                new BinaryTranslation(Sync.TRACE));
    }

    private GuestBoard board() throws IOException {
        return board(ISA, PROGRAM);
    }

    private GuestBoard board(String isa, String program) throws IOException {
        Path plugin = Files.createDirectories(folder.resolve("plugins/isa-eager"));
        Files.writeString(plugin.resolve("plugin.yaml"), PLUGIN);
        Files.writeString(plugin.resolve("eager.yaml"), isa);
        return new GuestBoard(folder, List.of(folder.resolve("plugins")), MACHINE, Map.of("eager.asm", program));
    }

    @ParameterizedTest
    @MethodSource("techniques")
    void aGuestIsAsItIsAlone(Technique technique) throws IOException {
        assertIsAsAlone(board(), technique);
    }

    @ParameterizedTest
    @MethodSource("techniques")
    void soIsAGuestOfAGuest(Technique technique) throws IOException {
        assertIsAsAloneTwoDeep(board(), technique);
    }

    @ParameterizedTest
    @MethodSource("techniques")
    void soItIsWhereTheStepHookStops(Technique technique) throws IOException {
        assertIsAsAlone(board(HOOKED, HOOKED_PROGRAM), technique);
    }

    @ParameterizedTest
    @MethodSource("techniques")
    void soIsAGuestOfAGuestWhereTheStepHookStops(Technique technique) throws IOException {
        assertIsAsAloneTwoDeep(board(HOOKED, HOOKED_PROGRAM), technique);
    }

    private static void assertIsAsAlone(GuestBoard board, Technique technique) {
        Observed bare = bare(board);
        for (String engine : List.of("interpret", "auto")) {
            assertThat(board.observe(engine, 1, 100, below -> technique.over(below, new ExitLog())))
                    .isEqualTo(bare);
        }
    }

    private static void assertIsAsAloneTwoDeep(GuestBoard board, Technique technique) {
        Observed bare = bare(board);
        assertThat(board.observe(
                        "auto",
                        1,
                        100,
                        below -> technique.over(new BinaryTranslation().over(below, new ExitLog()), new ExitLog())))
                .isEqualTo(bare);
    }

    private static Observed bare(GuestBoard board) {
        Observed bare = board.observe("interpret", 1, 100, UnaryOperator.identity());
        assertThat(bare.hashes()).doesNotHaveDuplicates().hasSize(100);
        return bare;
    }
}

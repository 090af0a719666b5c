package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.docs.GuestBoard.Observed;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.layers.hypervisor.BinaryTranslation;
import dev.vmkit.layers.hypervisor.Exit;
import dev.vmkit.layers.hypervisor.ExitLog;
import dev.vmkit.layers.hypervisor.HardwareAssisted;
import dev.vmkit.layers.hypervisor.ShadowPaging;
import dev.vmkit.layers.hypervisor.Sync;
import dev.vmkit.layers.hypervisor.Technique;
import dev.vmkit.layers.hypervisor.TrapAndEmulate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The LC-3's TRAP enters supervisor mode without asking: no monitor learns of it by traps, but a translator does. */
class RefusalTests {
    @TempDir
    Path folder;

    private GuestBoard board;

    @BeforeEach
    void theFirstLab() throws IOException {
        Path lab = Console.REPOSITORY.resolve("curriculum/00-hello-machine");
        board = new GuestBoard(
                folder,
                Files.readString(lab.resolve("machine.yaml")),
                Map.of("hello.asm", Files.readString(lab.resolve("hello.asm"))));
    }

    @Test
    void trapping_needs_an_instruction_set_in_which_everything_sensitive_traps() {
        Isa isa = board.plan().isa();
        Optional<String> refusal = new TrapAndEmulate().refuses(isa);
        assertThat(refusal).get().asString().contains("'TRAP'", "does not trap", "PRIV");
        assertThat(new ShadowPaging(Sync.TRACE).refuses(isa)).isEqualTo(refusal);
        assertThat(new BinaryTranslation().refuses(isa)).isEmpty();
        assertThat(new HardwareAssisted().refuses(isa)).isEmpty();
    }

    @Test
    void riscv_is_such_a_one() {
        Isa riscv = GuestBoard.riscv(folder, 1, Map.of("kernel.asm", GuestBoard.program("kernel.asm")))
                .plan()
                .isa();
        assertThat(new TrapAndEmulate().refuses(riscv)).isEmpty();
    }

    @Test
    void with_a_hypervisors_state_it_is_one_only_without_floats() {
        String machine = GuestBoard.machine("rv64gch", 1, "kernel.asm");
        assertThat(new TrapAndEmulate().refuses(riscv(machine)))
                .get()
                .asString()
                .contains("'csrrw fflags' is control-sensitive and does not trap", "vsstatus.FS");
        assertThat(new BinaryTranslation().refuses(riscv(machine))).isEmpty();
        String withoutFloats = machine.replace("rv64gch", "rv64imac, features: { H: true }");
        assertThat(new TrapAndEmulate().refuses(riscv(withoutFloats))).isEmpty();
    }

    private Isa riscv(String machine) {
        return new GuestBoard(folder, machine, Map.of("kernel.asm", GuestBoard.program("kernel.asm")))
                .plan()
                .isa();
    }

    @Test
    void a_translator_takes_it_all_the_same() {
        Observed bare = board.observe("interpret", 97, UnaryOperator.identity());
        assertThat(bare.shown()).contains("Hello");
        for (String engine : new String[] {"interpret", "auto"}) {
            for (Technique technique : new Technique[] {new BinaryTranslation(), new HardwareAssisted()}) {
                ExitLog log = new ExitLog();
                assertThat(board.observe(engine, 97, below -> technique.over(below, log)))
                        .isEqualTo(bare);
                assertThat(log.counts().keySet()).extracting(Exit::cause).doesNotContain(Exit.Cause.INSTRUCTION);
            }
        }
    }

    @Test
    void so_does_a_translator_in_a_translator() {
        Observed bare = board.observe("interpret", 97, UnaryOperator.identity());
        Technique technique = new BinaryTranslation();
        Observed nested =
                board.observe("auto", 97, below -> technique.over(technique.over(below, new ExitLog()), new ExitLog()));
        assertThat(nested).isEqualTo(bare);
    }
}

package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.assembly.assemble.Construction;
import dev.vmkit.docs.GuestBoard.Observed;
import dev.vmkit.layers.hypervisor.ExitLog;
import dev.vmkit.layers.hypervisor.Paravirtual;
import dev.vmkit.machine.board.Limits;
import dev.vmkit.machine.board.Machine;
import dev.vmkit.machine.board.Outcome;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.state.StateHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A kernel that asks its monitor. */
class ParavirtualTests {
    private static final Paravirtual TECHNIQUE = new Paravirtual();

    @TempDir
    Path folder;

    private GuestBoard nanobench(String file, int benchmark) throws IOException {
        String program = Files.readString(Console.REPOSITORY.resolve("curriculum/12-adams-agesen/" + file));
        String choice = ".org 0x80008000\n .dword " + benchmark + ", 20\n";
        return GuestBoard.riscv(folder, 1, Map.of("nanobench.asm", program, "choice.asm", choice));
    }

    private static Engine.Factory monitor(Engine.Factory below) {
        return TECHNIQUE.over(below, new ExitLog());
    }

    private static Optional<String> refusal(GuestBoard board) {
        return TECHNIQUE.refuses(board.plan().isa(), Construction.images(board.plan()));
    }

    @Test
    void a_kernel_that_does_privileged_things_itself_is_refused_and_they_are_named() throws IOException {
        assertThat(refusal(nanobench("nanobench.asm", 0))).get().asString().startsWith("'csrrw' at 0x80000008");
    }

    @Test
    void a_kernel_that_has_them_in_its_hypercall_page_alone_is_not() throws IOException {
        assertThat(refusal(nanobench("nanobench-paravirtual.asm", 0))).isEmpty();
    }

    @Test
    void a_call_may_be_interrupted_after_any_instruction() throws IOException {
        GuestBoard board = nanobench("nanobench-paravirtual.asm", 4);
        Observed whole = board.observe("auto", 1_000_000, ParavirtualTests::monitor);
        assertThat(whole.outcome()).isEqualTo(new Outcome.PoweredOff(0));
        Machine machine = board.machine("auto", ParavirtualTests::monitor);
        Outcome outcome;
        do {
            outcome = machine.run(Limits.instructions(1));
        } while (outcome instanceof Outcome.BudgetReached);
        assertThat(StateHash.of(machine.save())).isEqualTo(whole.hashes().getLast());
    }

    @ParameterizedTest(name = "to {0}")
    @ValueSource(strings = {"0x80000000", "0", "-1", "0x40000000", "0x10000000"})
    void wherever_a_call_leads_it_harms_only_who_asked(String address) {
        GuestBoard board = GuestBoard.riscv(folder, 1, Map.of("guest.asm", """
                    .org 0x80000000
                    .entry start
            start:  li   a7, 0x766B6974
                    la   a0, where
                    ld   a0, 0(a0)
                    li   a1, -1
                    ecall
                    j    start
                    .p2align 3
            where:  .dword %s
            """.formatted(address)));
        Observed interpreted = board.observe("interpret", 500, 20_000, ParavirtualTests::monitor);
        assertThat(interpreted.outcome()).isEqualTo(new Outcome.BudgetReached());
        assertThat(board.observe("auto", 500, 20_000, ParavirtualTests::monitor))
                .isEqualTo(interpreted);
    }
}

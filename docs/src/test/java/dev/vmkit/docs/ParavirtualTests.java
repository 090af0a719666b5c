package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.assembly.assemble.Construction;
import dev.vmkit.docs.GuestBoard.Observed;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.layers.hypervisor.ExitLog;
import dev.vmkit.layers.hypervisor.Paravirtual;
import dev.vmkit.machine.board.Limits;
import dev.vmkit.machine.board.Machine;
import dev.vmkit.machine.board.Outcome;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.state.StateHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        csrw sepc, t0              | ''
        csrs sstatus, t0           | ''
        csrw sie, t0               | ''
        sret                       | ''
        csrw satp, t0              | 'csrrw'
        csrw mepc, t0              | 'csrrw'
        sfence.vma t0, zero        | 'sfence.vma'
        wfi                        | 'wfi'
        mret                       | 'mret'
        """)
    void a_kernel_may_do_itself_what_does_not_trap_in_its_mode(String instruction, String refused) {
        GuestBoard board = GuestBoard.riscv(
                folder,
                1,
                Map.of("guest.asm", "        .org 0x80000000\n        .entry start\nstart:  " + instruction));
        String named = refused.isEmpty() ? "" : "'" + refused + "' at 0x80000000";
        assertThat(refusal(board).orElse("")).startsWith(named).matches(named.isEmpty() ? "" : ".+");
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

    @Test
    void a_shared_page_does_not_outlive_a_reset() {
        GuestBoard board = GuestBoard.riscv(folder, 1, Map.of("guest.asm", """
                    .org 0x80000000
                    .entry start
            start:  la   s8, start
                    li   t0, 0x80000
                    add  s8, s8, t0                 # memory that stays as it is
                    la   s9, page
                    ld   t0, 0(s8)
                    bnez t0, second
                    li   t0, 1
                    sd   t0, 0(s8)
                    mv   a0, s9
                    li   a7, 0x766B6975
                    ecall
                    li   t0, 0x00100000
                    li   t1, 0x7777
                    sw   t1, 0(t0)
            second: li   t1, 5
                    sd   t1, 56(s9)                 # would be sscratch
                    li   a7, 0x766B6974
                    li   a1, 0
                    ecall
                    j    second
                    .p2align 12
            page:   .space 4096
            """));
        Machine machine = board.machine("auto", ParavirtualTests::monitor);
        machine.run(Limits.instructions(200));
        Hart hart = machine.harts().getFirst().hart();
        RegisterFile sscratch = hart.isa().model().register("sscratch").orElseThrow();
        assertThat(hart.state().get(sscratch, 0)).isZero();
    }

    @ParameterizedTest(name = "every {0} instructions")
    @ValueSource(ints = {1, 2, 3, 7, 50, 1000})
    void what_a_kernel_writes_there_counts_at_the_same_time_however_slices_end(int slice) {
        String program = sharing("""
                    li   s2, 1
            again:  sd   s2, 0(s9)                  # interrupts on, and off again
                    addi s3, s3, 1
                    sd   zero, 0(s9)
                    addi s4, s4, 1
                    andi t0, s3, 31
                    bnez t0, again
                    li   a1, 0
                    ecall
                    j    again
            """);
        GuestBoard board = GuestBoard.riscv(folder, 1, Map.of("guest.asm", program));
        Machine whole = board.machine("auto", ParavirtualTests::monitor);
        whole.run(Limits.instructions(5000));
        Machine parts = board.machine("auto", ParavirtualTests::monitor);
        while (parts.clock().ticks() < 5000) {
            parts.run(Limits.instructions(Math.min(slice, 5000 - parts.clock().ticks())));
        }
        assertThat(StateHash.of(parts.save())).isEqualTo(StateHash.of(whole.save()));
        Hart hart = whole.harts().getFirst().hart();
        assertThat(hart.state().get(hart.isa().model().register("x").orElseThrow(), 19))
                .as("rounds")
                .isGreaterThan(500);
    }

    @Test
    void an_interrupt_that_a_kernel_allows_by_an_instruction_comes_before_the_next_one() {
        Hart hart = ended(sharing("""
                    li   a1, 0
                    ecall                           # the page counts
                    csrsi sstatus, 2
                    mv   s6, s5
                    j    end
            """));
        assertThat(hart.state().get(hart.isa().model().register("x").orElseThrow(), 22))
                .isEqualTo(1);
    }

    @Test
    void the_page_and_the_registers_say_what_was_written_last() {
        Hart hart = ended(sharing("""
                    li   t0, 5
                    csrw sscratch, t0
                    ld   s6, 56(s9)
                    sd   zero, 56(s9)
                    csrr s7, sscratch
                    li   t0, 6
                    sd   t0, 56(s9)
                    li   a1, 0
                    ecall
                    csrr s8, sscratch
                    li   t0, 7
                    sd   t0, 56(s9)
                    csrw sscratch, t5               # 2
                    li   a1, 0
                    ecall
                    ld   s10, 56(s9)
                    j    end
            """));
        RegisterFile x = hart.isa().model().register("x").orElseThrow();
        assertThat(IntStream.of(22, 23, 24, 26)
                        .mapToObj(register -> hart.state().get(x, register)))
                .containsExactly(5L, 0L, 6L, 2L);
    }

    /** Where a program came to its end under a monitor, on both engines. */
    private Hart ended(String program) {
        GuestBoard board = GuestBoard.riscv(folder, 1, Map.of("guest.asm", program));
        Machine machine = board.machine("auto", ParavirtualTests::monitor);
        assertThat(machine.run(Limits.instructions(1000))).isEqualTo(new Outcome.PoweredOff(0));
        Machine interpreted = board.machine("interpret", ParavirtualTests::monitor);
        interpreted.run(Limits.instructions(1000));
        assertThat(StateHash.of(machine.save())).isEqualTo(StateHash.of(interpreted.save()));
        return machine.harts().getFirst().hart();
    }

    /** A kernel in supervisor mode with a software interrupt that waits, a shared page in s9, and {@code body}. */
    private static String sharing(String body) {
        return """
                    .org 0x80000000
                    .entry start
            start:  li   t0, 0x222
                    li   t1, 0x800
                    li   t2, 0x1800
                    la   t3, kernel
                    la   t4, trap
                    li   t5, 2
                    li   t6, -1
                    li   s1, 0x1F
                    la   a0, first
                    li   a1, 9
                    li   a7, 0x766B6974
                    ecall
            kernel: la   s9, page
                    mv   a0, s9
                    li   a7, 0x766B6975
                    ecall
                    li   a7, 0x766B6974
                    sd   t5, 24(s9)                 # sie
            """ + body + """
                    .p2align 2
            trap:   addi s5, s5, 1
                    sd   zero, 24(s9)
                    la   a0, return
                    li   a1, 1
                    ecall
            end:    li   t0, 0x00100000
                    li   t1, 0x5555
                    sw   t1, 0(t0)
                    j    end
                    .p2align 12
            hypercall_page:
            first:  csrw mideleg, t0
                    csrc mstatus, t2
                    csrs mstatus, t1
                    csrw mepc, t3
                    csrw stvec, t4
                    csrw pmpaddr0, t6
                    csrw pmpcfg0, s1
                    csrs mip, t5
                    mret
            return: sret
                    .p2align 12
            page:   .space 4096
            """;
    }
}

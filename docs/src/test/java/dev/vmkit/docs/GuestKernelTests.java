package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.docs.GuestBoard.Observed;
import dev.vmkit.layers.hypervisor.ExitLog;
import dev.vmkit.layers.hypervisor.Paravirtual;
import dev.vmkit.machine.board.Limits;
import dev.vmkit.machine.board.Machine;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.Hart;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kernel in supervisor mode under a monitor that lets it do there what does not trap: all is as on a machine of its own. */
class GuestKernelTests {
    private static final int INSTRUCTIONS = 3000;

    /** Memory once for the kernel and once, 0x40000000 higher, for its program, which begins at {@code user}. */
    private static final String MAPPED = """
        kernel: la   s0, root
                li   t1, 0xCF
                sd   t1, 0(s0)
                li   t1, 0x20000000
                ori  t2, t1, 0xCF
                sd   t2, 16(s0)
                ori  t2, t1, 0xDF
                sd   t2, 24(s0)
                srli t0, s0, 12
                li   t1, 8
                slli t1, t1, 60
                or   t0, t0, t1
                csrw satp, t0
                sfence.vma
                li   s1, 0x40000000
                la   t0, user
                add  t0, t0, s1
                csrw sepc, t0
                li   t0, 0x100
                csrc sstatus, t0
        """;

    private static final String ROOT = """
                .p2align 12
        root:   .space 4096
        """;

    @TempDir
    private Path folder;

    private static Engine.Factory monitor(Engine.Factory below) {
        return new Paravirtual().over(below, new ExitLog());
    }

    private GuestBoard board(String variant, String kernel) {
        String before = GuestBoard.program("hostile.asm") + GuestBoard.program("supervisor.asm");
        return GuestBoard.riscv(folder, variant, 1, Map.of("guest.asm", before + kernel));
    }

    /** Its hart after a while; at any time before it was in the state of a bare run. */
    private Hart asAlone(String variant, String kernel) {
        GuestBoard board = board(variant, kernel);
        Observed bare = board.observe("interpret", 13, INSTRUCTIONS, UnaryOperator.identity());
        for (String engine : new String[] {"interpret", "auto"}) {
            assertThat(board.observe(engine, 13, INSTRUCTIONS, GuestKernelTests::monitor))
                    .as(engine)
                    .isEqualTo(bare);
        }
        return run(board);
    }

    private static Hart run(GuestBoard board) {
        Machine machine = board.machine("auto", GuestKernelTests::monitor);
        machine.run(Limits.instructions(INSTRUCTIONS));
        return machine.harts().getFirst().hart();
    }

    private static long get(Hart hart, String register) {
        var model = hart.isa().model();
        return register.startsWith("x")
                ? hart.state().get(model.register("x").orElseThrow(), Integer.parseInt(register.substring(1)))
                : hart.state().get(model.register(register).orElseThrow(), 0);
    }

    @Test
    void after_its_return_a_program_executes_none_of_its_code() {
        Hart hart = asAlone("rv64imac", MAPPED + """
                    la   s2, probe
                    la   t0, user
                    jalr s2
                    sret
            user:   jr   s2
                    .p2align 2
            probe:  rdtime s3                       # by the monitor, which fetches it for the kernel
                    addi s4, s4, 1
                    ret
                    .p2align 2
            trap:   csrr s6, scause
            end:    j    end
            """ + ROOT);
        assertThat(get(hart, "x20")).as("times it was executed").isEqualTo(1);
        assertThat(get(hart, "x22")).as("cause, a fault of fetching").isEqualTo(12);
    }

    @Test
    void after_its_return_a_program_reads_none_of_its_memory_that_the_monitor_read_for_it() {
        Hart hart = run(board("rv64imac", MAPPED + """
                    la   s2, secret
                    li   a7, 0x766B6974
                    la   a0, load
                    li   a1, 1
                    ecall
                    sret
            user:   .word 0x00093783                # ld a5, 0(s2)
            load:   .word 0x00093703                # ld a4, 0(s2)
                    .p2align 2
            trap:   csrr s6, scause
            end:    j    end
                    .p2align 3
            secret: .dword 0x5EC
            """ + ROOT));
        assertThat(get(hart, "x14")).as("what the kernel read").isEqualTo(0x5EC);
        assertThat(get(hart, "x15")).as("what the program read").isZero();
        assertThat(get(hart, "x22")).as("cause, a fault of loading").isEqualTo(13);
    }

    @Test
    void its_timer_is_due_as_soon_as_it_says_so() {
        Hart hart = asAlone("rv64imac", """
            kernel: csrw stimecmp, zero
                    csrr s2, sip
            end:    j    end
            trap:   sret
            """);
        assertThat(get(hart, "x18")).isEqualTo(0x20);
    }

    @Test
    void its_own_guests_timer_is_due_as_soon_as_it_moves_their_time() {
        Hart hart = asAlone("rv64gch", """
            kernel: li   t0, 1
                    slli t0, t0, 63
                    csrw henvcfg, t0
                    li   t0, -1
                    srli t0, t0, 4
                    csrw vstimecmp, t0
                    li   t1, 0x40
                    csrw hie, t1
                    csrsi sstatus, 2
                    csrw htimedelta, t0
                    addi s5, s5, 1
            end:    j    end
            trap:   csrr s6, scause
            there:  j    there
            """);
        assertThat(get(hart, "x21")).as("instructions before the interrupt").isZero();
        assertThat(get(hart, "x22")).isEqualTo(0x8000000000000006L);
    }

    @Test
    void what_it_sets_for_its_own_guests_it_finds_again() {
        Hart hart = asAlone("rv64gch", """
            kernel: li   t0, 1
                    slli t0, t0, 63
                    csrw henvcfg, t0
                    csrrsi s3, henvcfg, 1
                    csrr s4, henvcfg
            end:    j    end
            trap:   sret
            """);
        assertThat(get(hart, "x19")).isEqualTo(0x8000000000000000L);
        assertThat(get(hart, "x20")).isEqualTo(0x8000000000000001L);
    }

    @Test
    void a_shared_page_and_its_registers_are_one_when_an_interrupt_comes() {
        Hart hart = run(board("rv64imac", """
            kernel: la   s9, page
                    mv   a0, s9
                    li   a7, 0x766B6975
                    ecall                           # share
                    li   a7, 0x766B6974
                    li   t0, 0x222
                    csrw sie, t0
                    la   t0, end
                    sd   t0, 32(s9)                 # sepc, by the page
                    csrsi sip, 2
                    csrsi sstatus, 2
                    addi s2, s2, 1                  # goes on here
            end:    j    end
                    .p2align 2
            trap:   ld   s8, 40(s9)                 # scause, by the page
                    csrci sip, 2
                    li   a1, 0
                    ecall
                    sret
                    .p2align 12
            page:   .space 4096
            """));
        assertThat(get(hart, "x24")).isEqualTo(0x8000000000000001L);
        assertThat(get(hart, "x18")).as("times it went on").isEqualTo(1);
    }
}

package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.machine.board.Limits;
import dev.vmkit.machine.board.Machine;
import dev.vmkit.machine.board.Outcome;
import dev.vmkit.machine.state.StateHash;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RISC-V boards: what harts, timers and interrupt controllers do together. */
class BoardTests {
    private static final Limits ENOUGH = Limits.instructions(1_000_000);

    /** Hart 0 interrupts each other hart a hundred times and waits for the answer; then it ends with 7. */
    private static final String PING = """
        start:  csrr s1, mhartid
                la   s3, answers
                li   s0, CLINT
                bnez s1, other
                li   s2, 100
        round:  li   s1, 1
        next:   slli t1, s1, 2
                add  t1, t1, s0
                slli t3, s1, 3
                add  t3, t3, s3
                ld   t4, 0(t3)
                li   t5, 1
                sw   t5, 0(t1)
        spin:   ld   t6, 0(t3)
                beq  t6, t4, spin
                addi s1, s1, 1
                li   t0, %d
                bne  s1, t0, next
                addi s2, s2, -1
                bnez s2, round
                li   a0, 7
                j    end
        other:  la   t1, handler
                csrw mtvec, t1
                li   t1, 8
                csrw mie, t1
                csrsi mstatus, 8
        idle:   wfi
                j    idle
                .align 2
        handler: slli t1, s1, 2
                add  t1, t1, s0
                sw   zero, 0(t1)
                slli t1, s1, 3
                add  t1, t1, s3
                ld   t2, 0(t1)
                addi t2, t2, 1
                sd   t2, 0(t1)
                mret
                .align 3
        answers: .dword 0, 0, 0, 0, 0, 0, 0, 0
        """;

    @TempDir
    private Path folder;

    private Machine board(int harts, String program) {
        return new Board(folder, harts).machine(program);
    }

    private void endsWith(int number, Machine machine) {
        assertThat(machine.run(ENOUGH)).isEqualTo(new Outcome.PoweredOff(number));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void aHartThatIsInterruptedAnswersAtOnce(int harts) {
        Machine machine = board(harts, PING.formatted(harts));
        endsWith(7, machine);
        assertThat(machine.clock().ticks())
                .as("instructions of all harts")
                .isLessThan(100 * (harts - 1) * 40 + harts * 2000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1001})
    void runsAreEqualHoweverTheyAreCutAndWhereverTheyAreSaved(int piece) {
        Machine whole = board(3, PING.formatted(3));
        whole.run(Limits.instructions(8_008));
        Machine cut = board(3, PING.formatted(3));
        Machine other = board(3, PING.formatted(3));
        for (long left = 8_008; left > 0; left -= piece) {
            cut.run(Limits.instructions(Math.min(left, piece)));
            if (left / piece % 100 == 0) {
                other.load(cut.save());
                Machine saved = cut;
                cut = other;
                other = saved;
            }
        }
        assertThat(StateHash.of(cut.save())).isEqualTo(StateHash.of(whole.save()));
        endsWith(7, cut);
        endsWith(7, whole);
        assertThat(cut.clock().ticks()).isEqualTo(whole.clock().ticks());
    }

    @Test
    void timeIsOneNumberWhereverItIsRead() {
        endsWith(0, board(1, """
            start:  li   s0, CLINT
                    li   t0, 0xBFF8
                    add  s0, s0, t0
                    li   s1, 500
            again:  csrr t0, time
                    ld   t1, 0(s0)
                    csrr t2, time
                    bltu t1, t0, bad
                    bltu t2, t1, bad
                    addi s1, s1, -1
                    bnez s1, again
                    li   a0, 0
                    j    end
            bad:    li   a0, 1
                    j    end
            """));
    }

    @Test
    void sleepingHartsAreWokenByTheirOwnTimersAndIdleTimeCostsNothing() {
        Machine machine = board(2, """
            start:  csrr s1, mhartid
                    li   s0, CLINT
                    li   t0, 0x4000
                    add  s0, s0, t0
                    slli t0, s1, 3
                    add  s0, s0, t0             # its mtimecmp
                    la   t0, handler
                    csrw mtvec, t0
                    li   t0, 0x80
                    csrw mie, t0
                    li   t1, 1000000            # hart 0 sleeps for 0.1 s, hart 1 for 0.3 s
                    slli t0, s1, 1
                    addi t0, t0, 1
                    mul  t1, t1, t0
                    sd   t1, 0(s0)
                    csrsi mstatus, 8
            sleep:  wfi
                    j    sleep
                    .align 2
            handler: csrr a0, time
                    sub  a0, a0, t1             # how late
                    li   t0, -1
                    sd   t0, 0(s0)
                    bnez a0, end
                    mret
                    mv   a0, s1
                    j    end
            """);
        assertThat(machine.run(ENOUGH)).isEqualTo(new Outcome.IdleForever());
        assertThat(machine.clock().now()).isBetween(300_000_000L, 300_001_000L);
        assertThat(machine.clock().ticks()).isLessThan(100);
    }

    @Test
    void aHartWaitsPastALineItHasNotEnabled() {
        Machine machine = board(2, """
            start:  csrr s1, mhartid
                    li   s0, CLINT
                    bnez s1, other
                    li   t0, 20000
            busy:   addi t0, t0, -1
                    bnez t0, busy
                    li   t0, 1
                    sw   t0, 4(s0)              # an interrupt for hart 1
            idle:   wfi
                    j    idle
            other:  li   t0, 0x4008
                    add  t0, t0, s0
                    sd   zero, 0(t0)            # its timer is due, and not enabled
                    li   t1, 8
                    csrw mie, t1
            sleep:  wfi
                    csrr t1, mip
                    andi t1, t1, 8
                    beqz t1, sleep
                    csrr a0, minstret
                    sltiu a0, a0, 100
                    j    end
            """);
        endsWith(1, machine);
    }

    @Test
    void thePlicLeadsTheSerialPortToAHart() {
        Board board = new Board(folder, 2);
        Machine machine = board.machine("""
            start:  csrr s1, mhartid
                    beqz s1, sleep0             # hart 1 serves the port
                    li   s0, UART
                    li   s2, PLIC
                    la   t0, handler
                    csrw mtvec, t0
                    li   t0, 1
                    sw   t0, 40(s2)             # priority of source 10
                    li   t0, 0x2100
                    add  t0, t0, s2             # what context 2, machine mode of hart 1, wants
                    li   t1, 1 << 10
                    sw   t1, 0(t0)
                    li   t0, 0x202004
                    add  s3, s2, t0
                    li   t0, 1
                    sb   t0, 1(s0)              # IER: a character came
                    li   t0, 1 << 11
                    csrw mie, t0
                    csrsi mstatus, 8
            sleep:  wfi
                    j    sleep
            sleep0: wfi
                    j    sleep0
                    .align 2
            handler: lw  s4, 0(s3)              # claim
                    lbu  t1, 0(s0)
                    li   t2, '.'
                    beq  t1, t2, finish
                    sb   t1, 0(s0)
                    sw   s4, 0(s3)              # complete
                    mret
            finish: mv   a0, s4
                    j    end
            """, "hello.");
        assertThat(machine.run(ENOUGH)).isEqualTo(new Outcome.PoweredOff(10));
        assertThat(board.shown()).isEqualTo("hello");
    }

    @Test
    void aResetStartsHartsAndDevicesOver() {
        endsWith(3, board(1, """
            start:  li   s0, CLINT
                    li   s1, PLIC
                    li   s2, UART
                    li   s3, 0x80080            # memory that no program lies in keeps what is there
                    slli s3, s3, 12
                    ld   t0, 0(s3)
                    bnez t0, second
                    li   t0, 1
                    sd   t0, 0(s3)
                    sw   t0, 0(s0)              # msip
                    sw   t0, 40(s1)             # a priority
                    sb   t0, 7(s2)              # scratch register
                    csrw mscratch, t0
                    li   t0, 0x7777
                    li   t1, TEST
                    sw   t0, 0(t1)
            hang:   j    hang
            second: lw   t0, 0(s0)
                    lw   t1, 40(s1)
                    lbu  t2, 7(s2)
                    csrr t3, mscratch
                    csrr t4, mip
                    or   t0, t0, t1
                    or   t0, t0, t2
                    or   t0, t0, t3
                    or   a0, t0, t4
                    bnez a0, end
                    li   a0, 3
                    j    end
            """));
    }

    @Test
    void whatOneHartWritesAnotherOneExecutes() {
        endsWith(42, board(2, """
            start:  csrr s1, mhartid
                    la   s0, answer
                    la   s2, ready
                    bnez s1, writer
            wait:   call answer                 # 1 until the other hart has written 42 there
                    fence.i
                    li   t0, 1
                    beq  a0, t0, wait
                    j    end
            writer: li   t0, 500
            delay:  addi t0, t0, -1
                    bnez t0, delay
                    la   t1, instead
                    lw   t2, 0(t1)
                    sw   t2, 0(s0)
                    fence.i
            done:   wfi
                    j    done
                    .align 2
            answer: .word 0x00100513            # li a0, 1
                    ret
                    .align 2
            instead: .word 0x02A00513           # li a0, 42
            ready:  .dword 0
            """));
    }
}

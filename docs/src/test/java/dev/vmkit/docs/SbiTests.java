package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The firmware riscv/sbi.asm, called by small programs in supervisor mode. */
class SbiTests {
    private static final String MACHINE = """
        kit: 1
        machine: sbi
        cpu: { isa: riscv, variant: rv64imac, harts: 2, features: { Sstc: %s } }
        memory:
          ram: { at: 0x80000000, size: 4 MiB }
        devices:
          clint: { model: riscv-clint, at: 0x02000000, interrupts: cpu }
          uart:  { model: uart-16550,  at: 0x10000000 }
          test:  { model: sifive-test, at: 0x00100000 }
        console: uart
        firmware: riscv/sbi.asm
        load: program.asm
        limits: { instructions: 3000000 }
        """;

    /** Where every program starts. */
    private static final String HEAD = """
                .org 0x80200000
                .entry main
                .equ BASE, 0x10
                .equ TIME, 0x54494D45
                .equ IPI, 0x735049
                .equ RFENCE, 0x52464E43
                .equ HSM, 0x48534D
                .equ SRST, 0x53525354
                .equ DBCN, 0x4442434E
        """;

    /** What programs call: 'show' prints a0 as 16 digits, 'result' the two registers that a call returns. */
    private static final String TAIL = """
        off:    li   a0, 0
                li   a1, 0
                li   a6, 0
                li   a7, SRST
                ecall
                j    off
        result: mv   s10, ra
                mv   s11, a1
                call show
                mv   a0, s11
                call show
                jr   s10
        show:   li   t5, 64
                mv   t6, a0
        digit:  addi t5, t5, -4
                srl  a0, t6, t5
                andi a0, a0, 15
                addi a0, a0, '0'
                li   t4, '9'
                ble  a0, t4, small
                addi a0, a0, 39
        small:  li   a6, 2
                li   a7, DBCN
                ecall
                bnez t5, digit
                li   a0, 10
                ecall
                ret
        """;

    @TempDir
    private Path folder;

    private Console.Shown run(String input, String sstc, String program) throws IOException {
        Files.writeString(folder.resolve("machine.yaml"), MACHINE.formatted(sstc));
        Files.writeString(folder.resolve("program.asm"), HEAD + program + TAIL);
        return new Console(folder).run((input.isEmpty() ? "" : "echo " + input + " | ") + "kit run machine.yaml");
    }

    /** Runs a program, which shows these lines and ends well. */
    private void shows(String program, String... lines) throws IOException {
        Console.Shown shown = run("", "true", program);
        assertThat(shown.text()).isEqualTo(String.join("\n", lines) + "\n");
        assertThat(shown.exitCode()).isZero();
    }

    private static String number(long value) {
        return "%016x".formatted(value);
    }

    @Test
    void baseSaysWhatThereIs() throws IOException {
        shows("""
            main:   li   a7, BASE
                    li   a6, 0
                    ecall
                    call result
                    li   s0, HSM
                    call probe
                    li   s0, 0x999
                    call probe
                    li   a7, BASE
                    li   a6, 7
                    ecall
                    call show
                    li   a7, 0x999
                    ecall
                    call show
                    j    off
            probe:  mv   s9, ra
                    li   a7, BASE
                    li   a6, 3
                    mv   a0, s0
                    ecall
                    call result
                    jr   s9
            """, number(0), number(0x200_0000), number(0), number(1), number(0), number(0), number(-2), number(-2));
    }

    @Test
    void theConsolePrintsFromMemoryButNotFromWhereNothingIs() throws IOException {
        shows("""
            main:   la   a1, text
                    call print
                    li   a1, 0x1000
                    call print
                    la   a1, main
                    li   t0, 0x200000
                    sub  a1, a1, t0
                    call print
                    j    off
            print:  mv   s9, ra
                    li   a0, 6
                    li   a2, 0
                    li   a6, 0
                    li   a7, DBCN
                    ecall
                    call result
                    jr   s9
            text:   .ascii "Hello\\n"
                    .align 2
            """, "Hello", number(0), number(6), number(-3), number(0), number(-3), number(0));
    }

    @Test
    void theConsoleReadsWhatWasTyped() throws IOException {
        Console.Shown shown = run("Ada", "true", """
            main:   la   s1, text
                    li   s2, 4
            more:   mv   a1, s1
                    mv   a0, s2
                    li   a2, 0
                    li   a6, 1
                    li   a7, DBCN
                    ecall
                    add  s1, s1, a1
                    sub  s2, s2, a1
                    bnez s2, more
                    la   a1, text
                    li   a0, 4
                    li   a6, 0
                    ecall
                    j    off
            text:   .dword 0
            """);
        assertThat(shown).isEqualTo(new Console.Shown("Ada\n", 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void theTimerInterruptsSupervisorMode(String sstc) throws IOException {
        Console.Shown shown = run("", sstc, """
            main:   la   t0, handler
                    csrw stvec, t0
                    csrr a0, time
                    addi a0, a0, 200
                    mv   s0, a0
                    li   a6, 0
                    li   a7, TIME
                    ecall
                    call show
                    li   t0, 0x20
                    csrw sie, t0
                    csrsi sstatus, 2
            wait:   wfi
                    j    wait
                    .align 2
            handler: csrr t1, time
                    sltu a0, t1, s0
                    call show
                    csrr a0, scause
                    call show
                    li   a0, -1
                    li   a6, 0
                    li   a7, TIME
                    ecall
                    csrr a0, sip
                    call show
                    j    off
            """);
        assertThat(shown.text().lines()).containsExactly(number(0), number(0), number(Long.MIN_VALUE | 5), number(0));
        assertThat(shown.exitCode()).isZero();
    }

    @Test
    void aHartIsStartedAndStopsAndIsInterrupted() throws IOException {
        shows(
                """
                main:   li   s0, 1
                        call status
                        li   a6, 0
                        li   a0, 1
                        la   a1, other
                        li   a2, 0x123
                        li   a7, HSM
                        ecall
                        mv   s2, a0
                wait:   la   t0, ready
                        lw   t1, 0(t0)
                        beqz t1, wait
                        mv   a0, s2
                        call show
                        call status
                        li   a6, 0
                        li   a0, 1
                        li   a7, HSM
                        ecall
                        call show
                        li   a0, 2
                        li   a1, 0
                        li   a6, 0
                        li   a7, IPI
                        ecall
                        mv   s2, a0
                gone:   li   a0, 1
                        li   a6, 2
                        li   a7, HSM
                        ecall
                        beqz a1, gone
                        mv   a0, s2
                        call show
                        call status
                        li   s0, 5
                        call status
                        li   a0, 1
                        li   a1, 7
                        li   a6, 0
                        li   a7, IPI
                        ecall
                        call show
                        j    off
                status: mv   s9, ra
                        mv   a0, s0
                        li   a6, 2
                        li   a7, HSM
                        ecall
                        call result
                        jr   s9

                other:  call result
                        la   t0, handler
                        csrw stvec, t0
                        li   t0, 2
                        csrw sie, t0
                        csrsi sstatus, 2
                        la   t0, ready
                        sw   t0, 0(t0)
                idle:   wfi
                        j    idle
                        .align 2
                handler: csrr a0, scause
                        call show
                        li   a6, 1
                        li   a7, HSM
                        ecall
                ready:  .dword 0
                """,
                number(0),
                number(1),
                number(1),
                number(0x123),
                number(0),
                number(0),
                number(0),
                number(-6),
                number(Long.MIN_VALUE | 1),
                number(0),
                number(0),
                number(1),
                number(-3),
                number(0),
                number(-3));
    }

    @Test
    void twoHartsFenceEachOtherWithoutWaitingForEver() throws IOException {
        shows("""
            main:   li   a0, 1
                    la   a1, other
                    li   a6, 0
                    li   a7, HSM
                    ecall
                    call fences
            wait:   la   t0, ready
                    lw   t1, 0(t0)
                    beqz t1, wait
                    li   a0, 4
                    li   a1, 0
                    li   a6, 1
                    li   a7, RFENCE
                    ecall
                    call show
                    li   a6, 3
                    li   a0, 1
                    li   a7, RFENCE
                    ecall
                    call show
                    j    off
            other:  call fences
                    la   t0, ready
                    sw   t0, 0(t0)
            idle:   wfi
                    j    idle
            fences: li   s0, 100
            next:   li   a0, -1
                    li   a1, -1
                    andi a6, s0, 1
                    li   a7, RFENCE
                    ecall
                    bnez a0, next
                    addi s0, s0, -1
                    bnez s0, next
                    ret
            ready:  .dword 0
            """, number(-3), number(-2));
    }

    @Test
    void aSuspendedHartGoesOnWhenItIsInterrupted() throws IOException {
        shows("""
            main:   li   t0, 0x20
                    csrw sie, t0
                    csrr a0, time
                    addi a0, a0, 500
                    li   a6, 0
                    li   a7, TIME
                    ecall
                    li   a0, 0
                    li   a6, 3
                    li   a7, HSM
                    ecall
                    call show
                    li   a0, 1
                    slli a0, a0, 31
                    la   a1, awake
                    li   a2, 7
                    li   a6, 3
                    li   a7, HSM
                    ecall
            awake:  call result
                    li   a0, 5
                    li   a6, 3
                    li   a7, HSM
                    ecall
                    call show
                    j    off
            """, number(0), number(0), number(7), number(-3));
    }

    @Test
    void aFailureIsReported() throws IOException {
        Console.Shown shown = run("", "true", """
            main:   li   a0, 3
                    li   a6, 0
                    li   a7, SRST
                    ecall
                    call show
                    li   a0, 0
                    li   a1, 1
                    li   a6, 0
                    li   a7, SRST
                    ecall
            """);
        assertThat(shown.text()).startsWith(number(-3)).contains("the guest reported failure 1");
        assertThat(shown.exitCode()).isEqualTo(1);
    }

    @Test
    void aRebootStartsOverWithTheProgramAsItWas() throws IOException {
        shows("""
            main:   la   t0, mine
                    ld   a0, 0(t0)
                    addi t1, a0, 1
                    sd   t1, 0(t0)
                    call show
                    li   t0, 0x80300
                    slli t0, t0, 12
                    ld   t1, 0(t0)
                    bnez t1, off
                    sd   t0, 0(t0)
                    li   a0, 1
                    li   a6, 0
                    li   a7, SRST
                    ecall
            mine:   .dword 7
            """, number(7), number(7));
    }

    @Test
    void theFirmwareIsOutOfReach() throws IOException {
        shows("""
            main:   la   t0, handler
                    csrw stvec, t0
                    li   t0, 0x80000
                    slli t0, t0, 12
                    ld   t1, 0(t0)
                    .align 2
            handler: csrr a0, scause
                    call show
                    csrr a0, stval
                    call show
                    j    off
            """, number(5), number(0x8000_0000L));
    }
}

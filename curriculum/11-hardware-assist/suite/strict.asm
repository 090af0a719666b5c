# A guest that looks closely: at its interrupts, at each register of a device and of the clock, and at every byte of the
# registers that the hart has only once. It reports failure if something is not as it was.
        .org 0x80200000
        .entry start

        .equ UART, 0x10000000
        .equ SCRATCH, 7                 # keeps what is written to it
        .equ SRST, 0x53525354
        .equ SHUTDOWN, 0
        .equ ROUNDS, 6
        .equ WORK, 40000

start:  mv   s9, a0                     # its number
        la   t0, trap
        csrw stvec, t0
        li   s7, 0                      # a software interrupt that it raises is its own
        li   t0, 2
        csrw sie, t0
        csrs sip, t0
        csrs sstatus, t0
        nop
        csrc sstatus, t0
        beqz s7, fail

        li   t1, UART
        li   t0, 0xA5
        sb   t0, SCRATCH(t1)
        lbu  t2, SCRATCH(t1)
        bne  t2, t0, fail
        lbu  t2, SCRATCH(t1)
        bne  t2, t0, fail
        li   t3, 0x5A
        sb   t3, SCRATCH(t1)
        lbu  t4, SCRATCH(t1)
        bne  t4, t3, fail

        li   t4, -1                     # the clock is read into one register alone, and goes on
        mv   t5, t4
        mv   t6, t4
        csrr t5, time
        beq  t5, t4, fail
        bne  t6, t4, fail
        li   s0, 2000
wait:   addi s0, s0, -1
        bnez s0, wait
        csrr t3, time
        bgeu t5, t3, fail

        li   s1, 0x11223345             # something in every byte, with its number
        add  s1, s1, s9
        slli t0, s1, 32
        add  s1, s1, t0
        csrw sscratch, s1
        slli t0, s1, 1
        csrw sepc, t0
        addi t0, s1, 3
        csrw stval, t0
        addi t0, s1, 5
        csrw scause, t0
        call sum
        mv   s8, a0
        li   s5, ROUNDS
round:  li   s0, WORK
loop:   xor  t0, t0, s0
        addi s0, s0, -1
        bnez s0, loop
        call sum
        bne  a0, s8, fail
        addi s5, s5, -1
        bnez s5, round
        li   a0, 0
off:    mv   a1, a0
        li   a0, SHUTDOWN
        li   a7, SRST
        li   a6, 0
        ecall
fail:   li   a0, 1
        j    off

sum:    csrr a0, sscratch
        csrr t0, sepc
        add  a0, a0, t0
        csrr t0, stval
        slli a0, a0, 1
        add  a0, a0, t0
        csrr t0, scause
        slli a0, a0, 1
        add  a0, a0, t0
        csrr t0, stvec
        slli a0, a0, 1
        add  a0, a0, t0
        csrr t0, sie
        add  a0, a0, t0
        csrr t0, sstatus
        add  a0, a0, t0
        ret

        .p2align 2
trap:   csrr t0, scause
        bgez t0, fail
        li   t0, 2
        csrc sip, t0
        li   s7, 1
        sret

# A small operating system for a board with firmware: it starts in supervisor mode and has one program. It does what a
# hypervisor may or may not have to do with, and knows nothing of hypervisors; but it reports failure if somebody else was
# at its registers or its memory. What it finds in a0 is its number, 0 to 3.

        .org 0x80200000
        .entry start

        .equ UART, 0xD0000000           # by its page tables; the board has it at 0x10000000
        .equ LINE_STATUS, 5
        .equ DBCN, 0x4442434E           # the firmware's console, and its end (SBI 2.0, chapters 12 and 10)
        .equ WRITE_BYTE, 2
        .equ SRST, 0x53525354
        .equ SHUTDOWN, 0

        .equ CALLS, 100                 # of the program to the kernel
        .equ CHANGES, 100               # of an entry of the page table
        .equ PAGES, 20                  # touched, twice
        .equ ROUNDS, 6                  # of long work, a digit after each
        .equ WORK, 40000                # loops of three instructions

# ---------------------------------------------------------------- supervisor mode
start:  mv   s9, a0                     # s9 its number, s10 the digit that it shows
        addi s10, a0, '0'
        la   a0, hello                  # the firmware's console, before it has page tables
        call firmware_print
        call map
        la   t0, trap
        csrw stvec, t0
        li   t0, 0x100
        csrc sstatus, t0                # SPP = user
        la   t0, program
        li   t1, 0x40000000
        sub  t0, t0, t1
        csrw sepc, t0
        sret                            # the program comes back by call 0

# Page tables of its own, each number's at another place: the kernel's memory at 0x80200000, the same for the program at
# 0x40200000, pages of 4 KiB from 0x40000000 on, and devices in the fourth gigabyte.
map:    la   t0, roots
        slli t1, s9, 12
        add  t0, t0, t1
        li   t1, 0xC7                   # D A W R V
        sd   t1, 24(t0)
        la   t1, programs_table
        srli t2, t1, 2
        ori  t2, t2, 1
        sd   t2, 8(t0)
        la   t3, kernels_table
        srli t2, t3, 2
        ori  t2, t2, 1
        sd   t2, 16(t0)
        la   t4, start
        srli t4, t4, 2
        ori  t2, t4, 0xCF               # D A X W R V
        sd   t2, 8(t3)
        ori  t2, t4, 0xDF               # and U
        sd   t2, 8(t1)
        la   t3, leaves
        srli t2, t3, 2
        ori  t2, t2, 1
        sd   t2, 0(t1)
        srli t0, t0, 12
        li   t1, 8
        slli t1, t1, 60
        or   t0, t0, t1
        csrw satp, t0
        sfence.vma zero, zero
        ret

# Once all calls have been counted, the kernel does its own work.
kernel: csrw sie, s0                    # says a hundred times which interrupts it takes
        addi s0, s0, -1
        bnez s0, kernel

        la   s1, leaves                 # changes an entry of its table, tells the processor, and uses it
        li   s2, 0x40000000
        la   s3, start
        srli s3, s3, 2
        ori  s3, s3, 0xC7               # D A W R V
        li   s0, CHANGES
change: sd   s3, 0(s1)
        sfence.vma s2, zero
        ld   t0, 0(s2)
        addi s0, s0, -1
        bnez s0, change

        li   s4, 2                      # touches pages that it never touched before, and again
        li   s3, 4096
twice:  la   s2, pages
        li   s0, PAGES
touch:  sd   s0, 0(s2)
        add  s2, s2, s3
        addi s0, s0, -1
        bnez s0, touch
        addi s4, s4, -1
        bnez s4, twice

        call mark
        li   s5, ROUNDS                 # works for a while, shows its digit, looks at the clock
round:  li   s0, WORK
loop:   xor  t0, t0, s0
        addi s0, s0, -1
        bnez s0, loop
        mv   a0, s10
        call print
        csrr s6, time
        call sum
        bne  a0, s8, fail
        addi s5, s5, -1
        bnez s5, round
        csrr t0, time                   # time goes on, and not back
        bltu t0, s6, fail
        li   a0, 10
        call print

        la   a0, bye
        call firmware_print
        li   a0, 0
off:    mv   a1, a0
        li   a0, SHUTDOWN
        li   a7, SRST
        li   a6, 0
        ecall
fail:   li   a0, 1
        j    off

# Registers and memory that are its own alone, with something of its number; s8 their sum.
mark:   addi t0, s9, 1
        slli t0, t0, 8
        csrw sscratch, t0
        slli t0, t0, 1
        csrw sepc, t0
        slli t0, t0, 1
        csrw stval, t0
        csrw scause, s9
        la   t1, trap
        slli t2, s9, 3
        add  t1, t1, t2                 # no trap comes any more
        csrw stvec, t1
        la   t1, pages
        sd   t0, 0(t1)
        li   t0, 2
        sll  t0, t0, s9                 # SSIE for 0; there is no other interrupt here
        csrw sie, t0
        slli t0, s9, 18                 # SUM, for 1 and 3
        li   t1, 0x40000
        and  t0, t0, t1
        csrs sstatus, t0
        mv   t3, ra
        call sum
        mv   s8, a0
        jr   t3
sum:    csrr a0, sscratch
        csrr t0, sepc
        add  a0, a0, t0
        csrr t0, stval
        add  a0, a0, t0
        csrr t0, scause
        add  a0, a0, t0
        csrr t0, stvec
        add  a0, a0, t0
        csrr t0, sie
        add  a0, a0, t0
        csrr t0, sstatus
        add  a0, a0, t0
        csrr t0, satp
        add  a0, a0, t0
        la   t0, pages
        ld   t0, 0(t0)
        add  a0, a0, t0
        ret

# The UART itself: waits until it is ready, then gives it the character in a0.
print:  la   t1, UART
ready:  lbu  t0, LINE_STATUS(t1)
        andi t0, t0, 0x20
        beqz t0, ready
        sb   a0, 0(t1)
        ret

# A text and the digit behind it, by the firmware.
firmware_print:
        mv   t2, a0
        mv   t3, ra
next:   lbu  a0, 0(t2)
        beqz a0, last
        call firmware_put
        addi t2, t2, 1
        j    next
last:   mv   a0, s10
        call firmware_put
        li   a0, 10
        mv   ra, t3
firmware_put:
        li   a7, DBCN
        li   a6, WRITE_BYTE
        ecall
        ret

        .p2align 2
trap:   csrr t0, scause                 # calls are the only traps that it knows
        li   t1, 8
        bne  t0, t1, fail
        beqz a7, done
        csrr t0, sepc
        addi t0, t0, 4
        csrw sepc, t0
        sret
done:   li   s0, 100
        j    kernel

hello:  .asciz "hello from guest "
bye:    .asciz "good bye from guest "

# ---------------------------------------------------------------- user mode, reached through its own addresses
        .p2align 2
program:
        li   s0, CALLS
        li   a7, 1
again:  ecall
        addi s0, s0, -1
        bnez s0, again
        li   a7, 0
        ecall

        .p2align 12
roots:  .space 4096 * 4
programs_table: .space 4096
kernels_table:  .space 4096
leaves: .space 4096
pages:  .space 4096 * PAGES

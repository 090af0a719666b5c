# An operating system in a few pages: it starts in machine mode, drops to supervisor mode, switches Sv39 on, and runs a
# program in user mode, which it interrupts by a timer. It uses what a monitor has to deal with: three modes, page tables,
# traps, interrupts, a device.

        .org 0x80000000
        .entry start

        .equ UART, 0x10000000
        .equ POWER, 0x00100000
        .equ OFF, 0x5555
        .equ STIMECMP, 0x14D
        .equ MENVCFG, 0x30A
        .equ PMPCFG0, 0x3A0
        .equ PMPADDR0, 0x3B0
        .equ PERIOD, 20000              # ticks of the time counter between two timer interrupts

        .equ KERNEL_PAGE, 0xCF          # D A X W R V
        .equ USER_PAGE, 0xDF            # and U
        .equ TABLE, 0x01                # V

# ---------------------------------------------------------------- machine mode
start:  li   t0, -1
        csrw PMPADDR0, t0               # supervisor mode may use all of memory
        li   t0, 0x1F
        csrw PMPCFG0, t0
        li   t0, 0xB1FF
        csrw medeleg, t0
        li   t0, 0x222
        csrw mideleg, t0
        li   t0, 2                      # the time counter is for everybody
        csrw mcounteren, t0
        csrw scounteren, t0
        li   t0, 1                      # STCE: supervisor mode has a timer
        slli t0, t0, 63
        csrs MENVCFG, t0
        li   t0, 0x800
        csrs mstatus, t0                # MPP = supervisor
        la   t0, kernel
        csrw mepc, t0
        mret

# ---------------------------------------------------------------- supervisor mode
kernel: la   sp, stack_end
        call map
        la   t0, trap
        csrw stvec, t0
        la   a0, hello
        call print
        csrr t0, time
        li   t1, PERIOD
        add  t0, t0, t1
        csrw STIMECMP, t0
        li   t0, 0x20
        csrw sie, t0
        li   t0, 0x100
        csrc sstatus, t0                # SPP = user
        li   t0, 0x20
        csrs sstatus, t0                # interrupts are on in user mode
        csrw sscratch, sp
        la   t0, program
        csrw sepc, t0
        sret

# The first gigabyte holds devices; the third one is memory, in pages of 2 MiB: the kernel's, and the program's after it.
map:    la   t0, root
        li   t1, KERNEL_PAGE
        sd   t1, 0(t0)                  # 0x00000000: devices
        la   t1, middle
        srli t2, t1, 2
        ori  t2, t2, TABLE
        sd   t2, 16(t0)                 # 0x80000000: through a table
        li   t2, 0x20000000             # 0x80000000 >> 2
        ori  t3, t2, KERNEL_PAGE
        sd   t3, 0(t1)
        li   t3, 0x80000                # 2 MiB >> 2
        add  t2, t2, t3
        ori  t2, t2, USER_PAGE
        sd   t2, 8(t1)
        srli t0, t0, 12
        li   t1, 8
        slli t1, t1, 60
        or   t0, t0, t1
        csrw satp, t0
        sfence.vma zero, zero
        ret

print:  li   t1, UART
print_next:
        lbu  t0, 0(a0)
        beqz t0, print_end
        sb   t0, 0(t1)
        addi a0, a0, 1
        j    print_next
print_end:
        ret

# ---------------------------------------------------------------- traps
trap:   csrrw sp, sscratch, sp
        addi sp, sp, -40
        sd   t0, 0(sp)
        sd   t1, 8(sp)
        sd   ra, 16(sp)
        sd   a0, 24(sp)
        csrr t0, scause
        bltz t0, timer
        csrr t0, sepc
        addi t0, t0, 4
        csrw sepc, t0
        beqz a7, finish
        call show
        j    back
timer:  csrr t0, time
        li   t1, PERIOD
        add  t0, t0, t1
        csrw STIMECMP, t0
        la   t0, ticks
        ld   t1, 0(t0)
        addi t1, t1, 1
        sd   t1, 0(t0)
back:   ld   t0, 0(sp)
        ld   t1, 8(sp)
        ld   ra, 16(sp)
        ld   a0, 24(sp)
        addi sp, sp, 40
        csrrw sp, sscratch, sp
        sret

# Call 1: a character. The program's memory is not the kernel's business, so it comes in a register.
show:   li   t1, UART
        sb   a0, 0(t1)
        ret

# Call 0: the end, with the number of timer interrupts in hexadecimal.
finish: la   a0, bye
        call print
        la   t0, ticks
        ld   s0, 0(t0)
        li   s1, 28
digit:  srl  t0, s0, s1
        andi t0, t0, 15
        li   t1, 10
        blt  t0, t1, decimal
        addi t0, t0, 39
decimal:
        addi t0, t0, 48
        li   t1, UART
        sb   t0, 0(t1)
        addi s1, s1, -4
        bgez s1, digit
        la   a0, newline
        call print
        li   t0, POWER
        li   t1, OFF
        sw   t1, 0(t0)
stop:   j    stop

hello:  .ascii "kernel: hello\n\0"
bye:    .ascii "kernel: bye, timer interrupts 0x\0"
newline: .ascii "\n\0"
        .p2align 3
ticks:  .quad 0
        .p2align 12
root:   .zero 4096
middle: .zero 4096
stack:  .zero 4096
stack_end:

# ---------------------------------------------------------------- user mode
        .org 0x80200000
program:
        li   s0, 0
        li   s1, 5
again:  li   a0, 46                     # a dot
        li   a7, 1
        ecall
        li   t0, 200000
work:   addi s0, s0, 3
        xor  s0, s0, t0
        addi t0, t0, -1
        bnez t0, work
        addi s1, s1, -1
        bnez s1, again
        li   a0, 10
        li   a7, 1
        ecall
        li   a7, 0
        ecall

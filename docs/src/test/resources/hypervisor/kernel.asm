# A kernel for one program: machine mode sets up, supervisor mode serves, user mode computes. Pages of the program are
# mapped when it first touches them; every tick of the timer takes one away again.
        .org 0x80000000
        .entry start
        .equ UART, 0x10000000
        .equ TEST, 0x00100000
        .equ TICK, 50                   # ticks of the time counter
start:
        la   t0, lost
        csrw mtvec, t0
        li   t0, -1
        csrw pmpaddr0, t0
        csrw mcounteren, t0
        csrw scounteren, t0
        li   t0, 0x1F
        csrw pmpcfg0, t0
        li   t0, 0xB1FF
        csrw medeleg, t0
        li   t0, 0x222
        csrw mideleg, t0
        li   t0, 1
        slli t0, t0, 63
        csrs menvcfg, t0                # the timer of supervisor mode
        li   t0, 0x1800
        csrc mstatus, t0
        li   t0, 0x800
        csrs mstatus, t0
        la   t0, kernel
        csrw mepc, t0
        mret
lost:   li   t0, TEST                   # nothing should come here
        li   t1, 0x13333
        sw   t1, 0(t0)
        j    lost

kernel:
        la   t0, trap
        csrw stvec, t0
        la   sp, frame
        csrw sscratch, sp
        la   t0, root                   # devices, user, and kernel with memory
        li   t1, 0xC7
        sd   t1, 0(t0)
        la   t2, middle
        srli t2, t2, 2
        ori  t2, t2, 1
        sd   t2, 8(t0)
        li   t1, 0x20000000
        ori  t1, t1, 0xCF
        sd   t1, 16(t0)
        la   t2, leaves
        srli t3, t2, 2
        ori  t3, t3, 1
        la   t4, middle
        sd   t3, 0(t4)
        la   t3, user
        srli t3, t3, 2
        ori  t3, t3, 0x1B               # the program: user, executable, readable
        li   t4, 2048
        add  t4, t2, t4
        sd   t3, 0(t4)
        srli t0, t0, 12
        li   t1, 8
        slli t1, t1, 60
        or   t0, t0, t1
        csrw satp, t0
        sfence.vma zero, zero
        csrr t0, time
        addi t0, t0, TICK
        csrw stimecmp, t0
        li   t0, 0x20
        csrw sie, t0
        li   t0, 0x40100                # where the program begins
        slli t0, t0, 12
        csrw sepc, t0
        li   t0, 0x100
        csrc sstatus, t0
        li   a0, 0
        sret

        .p2align 2
trap:   csrrw sp, sscratch, sp
        sd   t0, 0(sp)
        sd   t1, 8(sp)
        sd   t2, 16(sp)
        csrr t0, scause
        bltz t0, tick
        li   t1, 8
        beq  t0, t1, call
        li   t1, 12
        blt  t0, t1, wrong
        csrr t0, stval                  # map the page: its frame has the same number
        srli t0, t0, 12
        li   t1, 0x40000
        sub  t0, t0, t1
        li   t1, 64
        bgeu t0, t1, wrong
        la   t1, leaves
        slli t2, t0, 3
        add  t1, t1, t2
        li   t2, 0x80040
        add  t0, t0, t2
        slli t0, t0, 10
        ori  t0, t0, 0x17               # user, writable, readable; not yet accessed
        sd   t0, 0(t1)
        csrr t0, stval
        sfence.vma t0, zero
        j    leave
tick:   csrr t0, time
        addi t0, t0, TICK
        csrw stimecmp, t0
        la   t0, ticks
        ld   t1, 0(t0)
        addi t1, t1, 1
        sd   t1, 0(t0)
        andi t1, t1, 63                 # one page is the program's no more
        slli t0, t1, 3
        la   t2, leaves
        add  t2, t2, t0
        sd   zero, 0(t2)
        li   t0, 0x40000
        add  t0, t0, t1
        slli t0, t0, 12
        sfence.vma t0, zero
        j    leave
call:   csrr t0, sepc
        addi t0, t0, 4
        csrw sepc, t0
        li   t0, 1
        beq  a7, t0, end
        li   t0, 2
        beq  a7, t0, sleep
        li   t0, UART
        sb   a0, 0(t0)
        j    leave
sleep:  wfi                             # interrupts are off here, but one that is due ends it
        j    leave
wrong:  li   a0, 7
end:    li   t0, TEST
        slli a0, a0, 16
        li   t1, 0x5555
        beqz a0, good
        li   t1, 0x3333
good:   add  t1, t1, a0
        sw   t1, 0(t0)
        j    end
leave:  ld   t0, 0(sp)
        ld   t1, 8(sp)
        ld   t2, 16(sp)
        csrrw sp, sscratch, sp
        sret

        .p2align 12
user:   li   s0, 0                      # writes to 64 pages in turn, calls now and then
        li   s1, 2000
        li   s2, 0
        li   s5, 0x40000
        slli s5, s5, 12
next:   andi t0, s0, 63
        slli t0, t0, 12
        add  t0, t0, s5
        ld   t1, 0(t0)
        add  s2, s2, t1
        addi t1, s0, 3
        sd   t1, 0(t0)
        addi t2, t0, 8
again:  lr.d t3, (t2)                   # each page counts its visits
        addi t3, t3, 1
        sc.d t4, t3, (t2)
        bnez t4, again
        mul  s2, s2, t1
        amoxor.d t3, s2, (t2)
        sd   t3, 0(t2)
        andi t1, s0, 127
        bnez t1, quiet
        andi a0, s2, 15
        addi a0, a0, 65
        li   a7, 0
        ecall
quiet:  andi t1, s0, 255
        bnez t1, awake
        li   a7, 2
        ecall
awake:  addi s0, s0, 1
        bne  s0, s1, next
        li   a0, 0
        li   a7, 1
        ecall

        .p2align 12
root:   .space 4096
middle: .space 4096
leaves: .space 4096
ticks:  .space 8
frame:  .space 64

# Harts that count together, by a lock and by themselves, in supervisor mode behind tables; each wakes the next by a call.
        .equ CLINT, 0x02000000
        .equ UART, 0x10000000
        .org 0x80000000
        .entry start
start:  csrr s0, mhartid
        li   t0, -1
        csrw pmpaddr0, t0
        li   t0, 0x1F
        csrw pmpcfg0, t0
        la   t0, woken
        csrw mtvec, t0
        li   t0, 8
        csrw mie, t0
        li   t0, 0x1888
        csrc mstatus, t0
        li   t0, 0x880
        csrs mstatus, t0
        la   t0, root
        li   t1, 0xC7
        sd   t1, 0(t0)
        li   t1, 0x20000000
        ori  t1, t1, 0xCF
        sd   t1, 16(t0)
        srli t0, t0, 12
        li   t1, 8
        slli t1, t1, 60
        or   t0, t0, t1
        csrw satp, t0
        la   t0, kernel
        csrw mepc, t0
        mret
        .p2align 2
woken:  li   t4, CLINT                  # a call was answered
        slli t5, s0, 2
        add  t4, t4, t5
        sw   zero, 0(t4)
        addi s5, s5, 1
        mret
        .p2align 2
kernel: la   s1, lock
        addi s2, s0, 1                  # whom it calls
        li   t0, 3
        bne  s2, t0, again
        li   s2, 0
again:  li   t0, 1
take:   amoswap.w t1, t0, (s1)
        bnez t1, take
        ld   t2, 8(s1)
        addi t2, t2, 1
        sd   t2, 8(s1)
        fence rw, rw
        sw   zero, 0(s1)
        addi t3, s1, 16
more:   lr.d t1, (t3)
        addi t1, t1, 1
        sc.d t4, t1, (t3)
        bnez t4, more
        sfence.vma zero, zero
        addi s3, s3, 1
        andi t0, s3, 63
        bnez t0, again
        li   t0, CLINT
        slli t1, s2, 2
        add  t0, t0, t1
        li   t1, 1
        sw   t1, 0(t0)
        li   t0, UART
        addi t1, s0, 48
        sb   t1, 0(t0)
        j    again
        .p2align 3
lock:   .space 24
        .p2align 12
root:   .space 4096

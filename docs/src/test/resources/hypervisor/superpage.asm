# A page of 2 MiB is moved, and a fence names another address of it than the one that is read then.

        .org 0x80000000
        .entry start

        .equ UART, 0x10000000
        .equ POWER, 0x00100000
        .equ PMPCFG0, 0x3A0
        .equ PMPADDR0, 0x3B0

start:  li   t0, -1
        csrw PMPADDR0, t0
        li   t0, 0x1F
        csrw PMPCFG0, t0
        la   t0, start
        li   t1, 0x401000               # the second page of the old place, and of the new one
        add  t1, t0, t1
        li   t2, 49
        sd   t2, 0(t1)
        li   t1, 0x601000
        add  t1, t0, t1
        li   t2, 50
        sd   t2, 0(t1)
        la   t0, root
        li   t1, 0xCF
        sd   t1, 0(t0)                  # devices
        li   t1, 0x20000000
        ori  t1, t1, 0xCF
        sd   t1, 16(t0)                 # memory, where it is
        la   t1, middle
        srli t2, t1, 2
        ori  t2, t2, 1
        sd   t2, 8(t0)                  # 0x40000000: through a table
        li   t2, 0x20100000             # to 0x80400000
        ori  t2, t2, 0xCF
        sd   t2, 0(t1)
        srli t0, t0, 12
        li   t1, 8
        slli t1, t1, 60
        or   t0, t0, t1
        csrw satp, t0
        li   t0, 0x800
        csrs mstatus, t0
        la   t0, kernel
        csrw mepc, t0
        mret

kernel: sfence.vma zero, zero
        li   s0, 0x40000000
        li   s1, 0x40001000
        ld   t0, 0(s0)
        ld   t0, 0(s1)
        la   t1, middle
        li   t2, 0x20180000             # now to 0x80600000
        ori  t2, t2, 0xCF
        sd   t2, 0(t1)
        sfence.vma s0, zero
        ld   a0, 0(s1)
        li   t1, UART
        sb   a0, 0(t1)
        li   t0, POWER
        li   t1, 0x5555
        sw   t1, 0(t0)
stop:   j    stop

        .p2align 12
root:   .zero 4096
middle: .zero 4096

# A handler of traps that is itself not there: trap after trap, and no instruction that completes.
body:   li   t0, -1
        csrw medeleg, t0
        li   t0, 0x7000
        slli t0, t0, 20
        csrw stvec, t0
        la   t0, root
        li   t1, 0x20000000
        ori  t1, t1, 0xCF
        sd   t1, 16(t0)
        srli t0, t0, 12
        li   t1, 8
        slli t1, t1, 60
        or   t0, t0, t1
        csrw satp, t0
        li   t0, 0x1800
        csrc mstatus, t0
        li   t0, 0x800
        csrs mstatus, t0
        la   t0, kernel
        csrw mepc, t0
        mret
kernel: ld   t0, 0(zero)
        j    kernel
        .p2align 12
root:   .space 4096

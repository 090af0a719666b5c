# Machine mode that may do everything, and goes on after whatever traps, in the mode that s10 says.
        .org 0x80000000
        .entry start
start:  la   t0, skip
        csrw mtvec, t0
        li   t0, -1
        csrw pmpaddr0, t0
        csrw mcounteren, t0
        li   t0, 0x1F
        csrw pmpcfg0, t0
        li   t0, 1
        slli t0, t0, 63
        csrs menvcfg, t0
        j    body
        .p2align 2
skip:   addi s11, s11, 1
        csrr t6, mepc
        addi t6, t6, 4
        csrw mepc, t6
        li   t6, 0x1800
        csrc mstatus, t6
        csrs mstatus, s10
        mret

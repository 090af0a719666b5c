# Timers at both ends of time, waiting with interrupts off, and an interrupt that nobody clears.
body:   li   t0, 0x222
        csrw mideleg, t0
        la   t0, served
        csrw stvec, t0
        li   t0, 0x1800
        csrc mstatus, t0
        li   t0, 0x800
        csrs mstatus, t0
        la   t0, kernel
        csrw mepc, t0
        mret
kernel: la   sp, cell
        li   t0, 0x20
        csrw sie, t0
        csrr t0, time
        addi t0, t0, 20
        csrw stimecmp, t0
        wfi                             # interrupts are off
        li   t0, -1
        csrw stimecmp, t0
        li   s1, 50
quiet:  addi s1, s1, -1
        bnez s1, quiet
        csrw stimecmp, zero
        csrsi sstatus, 2                # from now on one after each instruction
        li   s1, 500
loud:   addi s1, s1, -1
        bnez s1, loud
        csrci sstatus, 2
        csrr t0, time
        addi t0, t0, 1
        csrw stimecmp, t0
held:   lr.d t1, (sp)
        addi t1, t1, 1
        sc.d t2, t1, (sp)
        bnez t2, held
        j    kernel
        .p2align 2
served: addi s2, s2, 1
        sret
        .p2align 3
cell:   .space 8

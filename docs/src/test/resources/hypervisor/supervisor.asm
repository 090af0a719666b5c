# Hands all traps to supervisor mode and goes there, to `kernel`.
body:   li   t0, -1
        csrw medeleg, t0
        csrw mideleg, t0
        csrw scounteren, t0
        la   t0, trap
        csrw stvec, t0
        li   t0, 0x1800
        csrc mstatus, t0
        li   t0, 0x800
        csrs mstatus, t0
        la   t0, kernel
        csrw mepc, t0
        mret

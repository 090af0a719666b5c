# Interrupts without end: a line that stays raised whatever is claimed, a hart that calls itself, a handler that serves none.
        .equ UART, 0x10000000
        .equ PLIC, 0x0C000000
        .equ CLINT, 0x02000000
kernel: li   t0, PLIC
        li   t1, 7
        sw   t1, 40(t0)                 # the priority of source 10
        li   t1, 0x2080
        add  t2, t0, t1
        li   t1, 0x400
        sw   t1, 0(t2)                  # on, for supervisor mode
        li   t1, 0x201000
        add  s2, t0, t1
        sw   zero, 0(s2)                # the threshold
        li   t0, UART
        li   t1, 2
        sb   t1, 1(t0)                  # whenever it can send, which is always
        li   t0, 0x222
        csrw sie, t0
        csrsi sip, 2                    # and a call to itself
        csrw stimecmp, zero             # and a timer that went off long ago
        csrsi sstatus, 2
        li   s1, 0
again:  addi s1, s1, 1
        j    again
        .p2align 2
trap:   addi s3, s3, 1
        csrr t3, scause
        add  s4, s4, t3
        andi t4, s3, 7
        bnez t4, back
        lw   t4, 4(s2)                  # now and then it claims one, and gives it back
        lw   t5, 4(s2)
        sw   t4, 4(s2)
        andi t4, s3, 63
        bnez t4, back
        li   t4, -1                     # and the timer is quiet for a while
        csrw stimecmp, t4
        csrci sip, 2
        csrr t4, time
        addi t4, t4, 1
        csrw stimecmp, t4
        csrsi sip, 2
back:   sret

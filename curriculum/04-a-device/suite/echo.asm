# Sends back in capitals what comes in, up to '!'. It is woken by interrupts alone: four characters, or an idle transmitter.
        .org 0x80000000
        li   s0, 0x10000000        # the port
        la   t0, handler
        csrw mtvec, t0
        li   t0, 0x800             # the external interrupt
        csrw mie, t0
        csrsi mstatus, 8
        li   t0, 0x11              # RECEIVE, with four characters
        sb   t0, 2(s0)
sleep:  wfi
        j    sleep

handler:
        lbu  t0, 1(s0)
        andi t1, t0, 1             # READY
        beqz t1, back
        lbu  t2, 0(s0)
send:   lbu  t0, 1(s0)
        andi t0, t0, 4             # IDLE
        beqz t0, send
        li   t3, 97
        blt  t2, t3, as_it_is
        addi t2, t2, -32
as_it_is:
        sb   t2, 0(s0)
        li   t3, 33
        bne  t2, t3, back
last:   lbu  t0, 1(s0)
        andi t0, t0, 4
        beqz t0, last
        li   t0, 0x100000
        li   t1, 0x5555
        sw   t1, 0(t0)
back:   li   t0, 0x01              # from now on every character interrupts
        sb   t0, 2(s0)
        mret

# A guest that reads before the UART.
        .org 0x80200000
        .entry start
start:  li   t0, 0x0FFFFFF8
        lbu  t1, 0(t0)
here:   j    here

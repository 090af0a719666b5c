# A guest that reads behind the UART.
        .org 0x80200000
        .entry start
start:  li   t0, 0x10000008
        lbu  t1, 0(t0)
here:   j    here

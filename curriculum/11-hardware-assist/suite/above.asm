# A guest that reads where nothing is, above its memory.
        .org 0x80200000
        .entry start
start:  li   t0, 9
        slli t0, t0, 28
        lbu  t1, 0(t0)
here:   j    here

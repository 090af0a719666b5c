# A guest that reads a counter which is not the clock.
        .org 0x80200000
        .entry start
start:  csrr t1, cycle
here:   j    here

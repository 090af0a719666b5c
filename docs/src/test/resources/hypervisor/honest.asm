# Computes, and every now and then reads the clocks, which nobody else has a hand in.
kernel: la   s0, cell
again:  addi s1, s1, 1
        mul  s2, s2, s1
        addi s2, s2, 7
        sd   s2, 0(s0)
        andi t0, s1, 63
        bnez t0, again
        csrr t0, time
        csrr t1, cycle
        csrr t2, instret
        add  s3, s3, t0
        xor  s4, s4, t1
        sub  s5, t1, t2
        j    again
        .p2align 2
trap:   j    trap
        .p2align 3
cell:   .space 8

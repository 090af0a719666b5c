# Gives the processor away just before its turn would end, and asks for it back at once; now and then many times in a row.
kernel: li   t0, 0x20
        csrw sie, t0
again:  li   s1, 200
work:   addi s1, s1, -1
        bnez s1, work
        csrr t0, time
        addi t0, t0, 1
        csrw stimecmp, t0
        wfi
        addi s2, s2, 1
        andi t0, s2, 7
        bnez t0, again
        li   s3, 20
spam:   csrr t0, time
        addi t0, t0, 1
        csrw stimecmp, t0
        wfi
        addi s3, s3, -1
        bnez s3, spam
        j    again
        .p2align 2
trap:   j    trap

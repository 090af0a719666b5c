# Code that is never the same twice: written, run, and written over while it runs; on 64 pages, each under 64 addresses.
kernel: la   s0, root                   # gigabytes from the third on all lead to memory
        li   t1, 0x20000000
        ori  t1, t1, 0xCF
        addi t2, s0, 16
        li   t3, 64
pages:  sd   t1, 0(t2)
        addi t2, t2, 8
        addi t3, t3, -1
        bnez t3, pages
        srli t0, s0, 12
        li   t1, 8
        slli t1, t1, 60
        or   t0, t0, t1
        csrw satp, t0
        sfence.vma zero, zero
        li   s1, 0                      # the round
        la   s2, room
again:  andi t3, s1, 63
        slli t3, t3, 12
        add  t3, t3, s2
        andi t0, s1, 0x7FF
        slli t0, t0, 20
        li   t1, 0x50513
        or   t0, t0, t1
        sw   t0, 0(t3)                  # addi a0, a0, round
        li   t0, 0x0062A023
        sw   t0, 4(t3)                  # sw t1, 0(t0)
        li   t1, 0x00150513
        sw   t1, 8(t3)                  # addi a0, a0, 1
        li   t1, 0x00008067
        sw   t1, 12(t3)                 # ret
        li   t1, 0x00250513             # addi a0, a0, 2
        addi t0, t3, 8                  # comes in place of the instruction behind the one that writes it
        srli t4, s1, 6
        andi t4, t4, 63
        slli t4, t4, 30
        add  t3, t3, t4
        jalr ra, 0(t3)
        addi s1, s1, 1
        j    again
        .p2align 2
trap:   j    trap
        .p2align 12
root:   .space 4096
room:   .space 8

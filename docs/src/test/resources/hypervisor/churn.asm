# Moves a page to and fro with each step, by tables that it writes all the time, and gives none of its memory back.
kernel: la   s0, tables
        li   t1, 0x20000000
        ori  t1, t1, 0xCF
        sd   t1, 16(s0)
        li   t2, 4096
        add  t3, s0, t2
        srli t4, t3, 2
        ori  t4, t4, 1
        sd   t4, 8(s0)
        add  s1, t3, t2                 # the last level, 512 pages from 0x40000000 on
        srli t4, s1, 2
        ori  t4, t4, 1
        sd   t4, 0(t3)
        srli t0, s0, 12
        li   t1, 8
        slli t1, t1, 60
        or   t0, t0, t1
        csrw satp, t0
        la   s2, frames
        srli s2, s2, 2
        ori  s2, s2, 0xC7
        li   s3, 0
        li   s4, 1
        slli s4, s4, 30
again:  andi t0, s3, 511
        slli t1, t0, 3
        add  t1, t1, s1
        andi t2, s3, 15
        slli t2, t2, 10
        add  t2, t2, s2
        sd   t2, 0(t1)                  # one of 16 frames behind one of 512 pages
        slli t0, t0, 12
        add  t0, t0, s4
        sfence.vma t0, zero
        ld   t3, 0(t0)
        addi t3, t3, 1
        sd   t3, 0(t0)
        addi s3, s3, 1
        j    again
        .p2align 2
trap:   j    trap
        .p2align 12
tables: .space 12288
frames: .space 65536

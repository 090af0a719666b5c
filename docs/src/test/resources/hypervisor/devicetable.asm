# A device behind a table of its own, which is written again and again: nothing that a monitor keeps came from it.
kernel: la   s0, root
        la   t1, middle
        srli t2, t1, 2
        ori  t2, t2, 1
        sd   t2, 0(s0)                  # devices: through tables
        li   t2, 0x20000000
        ori  t2, t2, 0xCF
        sd   t2, 16(s0)                 # memory, where it is
        la   s1, leaf
        srli t2, s1, 2
        ori  t2, t2, 1
        li   t3, 1024
        add  t1, t1, t3
        sd   t2, 0(t1)
        li   s2, 0x40000CF              # the serial port
        sd   s2, 0(s1)
        srli t0, s0, 12
        li   t1, 8
        slli t1, t1, 60
        or   t0, t0, t1
        csrw satp, t0
        sfence.vma zero, zero
        li   s3, 0x10000000
again:  lb   t0, 5(s3)
        add  s4, s4, t0
        sd   s2, 0(s1)
        j    again
        .p2align 2
trap:   j    trap
        .p2align 12
root:   .space 4096
middle: .space 4096
leaf:   .space 4096

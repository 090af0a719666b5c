# Tables that lead back to themselves, out of memory, to odd places, or have bits that must be zero.
body:   la   s0, root
        srli t0, s0, 2
        ori  t1, t0, 1
        sd   t1, 0(s0)                  # to itself
        li   t1, 0x24000000
        ori  t2, t1, 0xCF
        sd   t2, 8(s0)                  # past the end of memory
        ori  t2, t1, 1
        sd   t2, 16(s0)                 # a table there
        ori  t2, t0, 0xCF
        sd   t2, 24(s0)                 # a large page, not aligned
        li   t1, 1
        slli t1, t1, 55
        ori  t1, t1, 0xCF
        sd   t1, 32(s0)                 # a reserved bit
        li   t1, 0xC5
        sd   t1, 40(s0)                 # writable, not readable
        li   t1, 0xDF
        sd   t1, 48(s0)                 # devices, for programs
        li   t1, -1
        sd   t1, 56(s0)
        srli t0, s0, 12
        li   t1, 8
        slli t1, t1, 60
        or   t0, t0, t1
        csrw satp, t0
        li   s10, 0x1800                # traps return to machine mode
again:  li   s1, 0
next:   slli s2, s1, 30
        li   t0, 0x800
        csrs mstatus, t0
        li   t0, 0x1000
        csrc mstatus, t0
        li   t0, 0x20000                # loads and stores as supervisor, until one traps
        csrs mstatus, t0
        .word 0x00093303                # ld t1, 0(s2)
        .word 0x00893383                # ld t2, 8(s2)
        li   t0, 0x20000
        csrc mstatus, t0
        addi s1, s1, 1
        li   t0, 9
        bne  s1, t0, next
        sfence.vma zero, zero
        j    again
        .p2align 12
root:   .space 4096

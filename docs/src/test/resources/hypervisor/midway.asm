# Instructions hidden in others: two bytes into each stands a privileged one, which nobody finds who reads straight on.
kernel: li   s0, 0
again:  csrw sstatus, zero
        la   t1, write
        andi t0, s0, 2
        beqz t0, which
        la   t1, call
which:  andi t0, s0, 1
        slli t0, t0, 1
        add  t1, t1, t0
        li   a0, 0x40000
        jr   t1
        .p2align 2
write:  .word 0x10730537                # lui a0, 0x10730; two bytes further csrw sstatus, a0
        .half 0x1005                    # c.addi zero, -31: says nothing
        j    next
        .p2align 2
call:   .word 0x00730537                # lui a0, 0x730; two bytes further ecall
        .half 0x0000                    # never an instruction
        j    next
        .p2align 2
trap:   csrr t3, scause
        add  s6, s6, t3
        csrr t3, sepc
        xor  s7, s7, t3
        la   t3, next
        csrw sepc, t3
        li   t3, 0x100
        csrs sstatus, t3
        sret
        .p2align 2
next:   csrr s3, sstatus
        add  s4, s4, s3
        add  s5, s5, a0
        addi s0, s0, 1
        j    again

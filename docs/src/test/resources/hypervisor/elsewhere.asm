# Entries that lead to what is not the guest's: not valid, but with an address; valid, past its memory; where its monitor's
# tables or a neighbour's memory might lie. Shows an x if a load finds anything there.
        .equ UART, 0x10000000
kernel: la   s0, root
        li   t1, 0xC7
        sd   t1, 0(s0)
        li   t1, 0x20000000
        ori  t1, t1, 0xCF
        sd   t1, 16(s0)
        srli t0, s0, 12
        li   t1, 8
        slli t1, t1, 60
        or   t0, t0, t1
        csrw satp, t0
first:  li   s1, 1                      # a gigabyte, from the second to that at 2 to the power of 55
again:  li   t0, 2
        beq  s1, t0, ours               # but for its own
        slli t0, s1, 28
        ori  t1, t0, 0xCE
        sd   t1, 24(s0)                 # not valid
        ori  t1, t0, 0xCF
        sd   t1, 32(s0)                 # valid
        li   t1, 1
        slli t1, t1, 63
        or   t1, t1, t0
        ori  t1, t1, 0xCF
        sd   t1, 40(s0)                 # with a bit that is reserved
        ori  t1, t0, 1
        sd   t1, 48(s0)                 # a table there
        sfence.vma zero, zero
        li   s2, 3
each:   slli s3, s2, 30
        li   a0, 0x5A
        li   a1, 0x5A
        .word 0x1009B503                # ld a0, 256(s3)
        .word 0x1129B023                # sd s2, 256(s3)
        .word 0x1009A5AF                # lr.w a1, (s3)
        li   t0, 0x5A
        bne  a0, t0, found
        beq  a1, t0, none
found:  li   t0, UART
        li   t1, 120
        sb   t1, 0(t0)
none:   addi s2, s2, 1
        li   t0, 7
        bne  s2, t0, each
ours:   slli s1, s1, 1
        srli t0, s1, 26
        beqz t0, again
        j    first
        .p2align 2
trap:   csrr t3, sepc
        addi t3, t3, 4
        csrw sepc, t3
        li   t3, 0x100
        csrs sstatus, t3
        csrr t3, scause
        add  s4, s4, t3
        csrr t3, stval
        add  s5, s5, t3
        sret
        .p2align 12
root:   .space 4096

# A monitor of the guest's own, with the H extension, and a guest of it that tries the second stage: addresses that are too
# long, a page that users of the second stage may not have, registers that are its monitor's, values that look like faults.
kernel: la   s0, root                   # the guest's memory is where the monitor's is; of the rest, a gigabyte is not U
        li   t1, 0x20000000
        ori  t2, t1, 0xDF
        sd   t2, 16(s0)
        ori  t2, t1, 0xCF
        sd   t2, 24(s0)
        srli s0, s0, 12
        li   t1, 8
        slli t1, t1, 60
        or   s0, s0, t1
        csrw hgatp, s0
        li   t0, -1
        csrw hcounteren, t0
        li   t0, 0x100
        csrs sstatus, t0
        li   t0, 0x80
        csrs hstatus, t0
        la   t0, guest
        csrw sepc, t0
        sret
        .p2align 2
trap:   csrr t3, scause
        add  s4, s4, t3
        csrr t3, htval
        add  s5, s5, t3
        csrr t3, htinst
        add  s6, s6, t3
        csrr t3, stval
        add  s7, s7, t3
        csrr t3, hstatus
        add  s8, s8, t3
        li   t3, 1                      # the guest has another number each time
        slli t3, t3, 44
        add  s0, s0, t3
        csrw hgatp, s0
        csrr t3, scause
        li   t4, 20
        beq  t3, t4, lost
        csrr t3, sepc
        addi t3, t3, 4
        csrw sepc, t3
        sret
lost:   csrw vsatp, zero                # it translated its own code away, and begins again
        la   t3, guest
        csrw sepc, t3
        sret
        .p2align 2
guest:  li   a0, -1
        csrw stval, a0
        csrw scause, a0
        csrw sscratch, a0
        csrr a1, stval
        li   s1, 1
        slli s2, s1, 41
        .word 0x00093603                # ld a2, 0(s2): above what the second stage knows
        .word 0x0049A603                # lw a2, 4(s3): at zero or where it was last
        li   s3, 3
        slli s3, s3, 30
        .word 0x0089B603                # ld a2, 8(s3): there, but not for guests
        .word 0x00C9B023                # sd a2, 0(s3)
        csrr a3, htval
        csrw hgatp, zero
        csrr a3, vsstatus
        csrw hvip, a0
        .word 0x6C09C673                # hlv.d a2, (s3)
        hfence.gvma zero, zero
        hfence.vvma zero, zero
        csrr a4, sstatus
        srli t0, s2, 9
        or   t0, t0, s1
        csrw satp, t0                   # tables that start beyond its memory
        slli t0, s1, 63
        srli t1, s2, 12
        or   t0, t0, t1
        csrw satp, t0
        .p2align 14
root:   .space 16384

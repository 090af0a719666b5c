# What 'kit fuzz' runs before random code: it sets up page tables with all kinds of pages, enters a mode that depends on
# the random registers a0 to a5, perhaps as the guest of a hypervisor, and jumps to 'code'. Handlers skip what traps. 64 KiB
# at 0x80000000 are used: handlers in the first page, code from the third on, tables from the ninth on.
        .org 0x80000000
bottom:
        la   t0, handler
        csrw mtvec, t0
        la   t0, supervisor
        csrw stvec, t0
        li   t0, -1
        csrw pmpaddr0, t0               # everybody may access everything
        csrw mcounteren, t0
        csrw scounteren, t0
        li   t0, 0x1F
        csrw pmpcfg0, t0
        li   t0, 0x6000
        csrs mstatus, t0                # floating point is on
        csrr t0, misa
        andi t0, t0, 0x20
        beqz t0, whole
        andi t0, a6, 0x3F               # flags and a rounding
        csrrw zero, 0x003, t0
whole:
        li   s2, 1
        slli s2, s2, 16
        slli s2, s2, 16
        seqz s2, s2                     # 1 on a hart of 32 bits
        li   s3, 8
        slli t0, s2, 2
        sub  s3, s3, t0                 # the size of an entry
        andi s4, a0, 6
        slli s4, s4, 10
        li   t0, 0x1800
        csrc mstatus, t0
        csrs mstatus, s4                # MPP; 2 is no mode and changes nothing
        csrr s4, mstatus
        and  s4, s4, t0
        seqz s4, s4
        slli s4, s4, 4                  # the U bit of pages for user mode
        la   s5, leaves
        la   t0, middle
        srli t1, t0, 2
        ori  t1, t1, 1
        la   t2, root
        sw   t1, 16(t2)                 # Sv39: the third GiB
        sw   zero, 20(t2)
        srli t1, s5, 2
        ori  t1, t1, 1
        sw   t1, 0(t0)
        sw   zero, 4(t0)
        li   t3, 2048
        add  t2, t2, t3
        bnez s2, narrow
        j    pages
narrow: sw   t1, 0(t2)                  # Sv32: the 513th 4 MiB
pages:  la   s6, bottom
        srli s6, s6, 2                  # an entry without its flags
        li   s7, 16
        mv   s8, s5
page:   slli t3, a1, 13                 # xorshift
        xor  a1, a1, t3
        srli t3, a1, 7
        xor  a1, a1, t3
        ori  t2, s4, 0xCF               # D, A, X, W, R, V, and U perhaps
        andi t3, a1, 12
        bnez t3, write
        andi t2, a1, 0xFF               # any permissions
write:  or   t1, s6, t2
        sw   t1, 0(s8)
        sw   zero, 4(s8)
        addi s6, s6, 0x400
        add  s8, s8, s3
        addi s7, s7, -1
        bnez s7, page
        la   t1, code                   # the code's page once more, after the last page
        srli t1, t1, 12
        slli t1, t1, 10
        ori  t1, t1, 0xCF
        or   t1, t1, s4
        sw   t1, 0(s8)
        sw   zero, 4(s8)
        la   t1, bottom                 # the handlers are the supervisor's
        srli t1, t1, 2
        ori  t2, t1, 0xCF
        sw   t2, 0(s5)
        slli t0, s3, 3
        add  s8, s5, t0                 # tables, from the ninth page on, can only be read
        la   t1, root
        srli t1, t1, 2
        ori  t1, t1, 0xC3
        or   t1, t1, s4
        li   t0, 3
table:  sw   t1, 0(s8)
        addi t1, t1, 0x400
        add  s8, s8, s3
        addi t0, t0, -1
        bnez t0, table
        la   t0, root
        srli t0, t0, 12
        li   t1, 1
        slli t1, t1, 31
        bnez s2, mode
        li   t1, 1
        slli t1, t1, 31
        slli t1, t1, 31
        slli t1, t1, 1                  # 8 in the top four bits
mode:   or   t0, t0, t1
        andi t1, a0, 1
        beqz t1, paged
        csrw satp, t0
        j    bare
paged:  csrr t1, misa
        andi t1, t1, 0x80
        beqz t1, bare
        andi t1, a0, 8
        beqz t1, bare
        csrw 0x280, t0                  # vsatp: with hypervisors, it may be a guest that has these tables,
        andi t1, a0, 0x10
        beqz t1, whole_memory
        csrw 0x680, t0                  # and hgatp: below which the same ones lie once more
whole_memory:
        csrw 0x602, a4                  # hedeleg
        csrw 0x603, a3                  # hideleg
        csrw 0x606, a5                  # hcounteren
        csrw 0x645, a2                  # hvip
        csrw 0x204, a2                  # vsie
        la   t0, supervisor
        csrw 0x205, t0                  # vstvec
        li   t0, 0xC0000
        and  t0, t0, a5
        csrw 0x200, t0                  # vsstatus
        andi t1, a0, 0x20
        slli t1, t1, 3
        csrw 0x600, t1                  # hstatus: SPVP
        li   t0, 0x80
        bnez s2, half
        slli t0, t0, 16
        slli t0, t0, 16
        csrs mstatus, t0                # MPV
        j    bare
half:   csrs 0x310, t0
bare:   sfence.vma zero, zero
        li   t0, 0xC0000
        and  t0, t0, a5
        csrs mstatus, t0                # SUM and MXR
        csrw mie, a2
        csrw mideleg, a3
        csrw medeleg, a4
        la   t0, code
        csrw mepc, t0
        csrsi mstatus, 2
        li   t0, 0x80
        csrs mstatus, t0                # interrupts are on
        mret

        .p2align 2
handler:                                # skips what trapped; from nowhere, goes on in the code
        csrr t0, mcause
        bltz t0, request
        csrr t1, minstret
        slli t1, t1, 19
        srli t1, t1, 17                 # 15 bits, of which the lowest two are 0
        la   t2, data
        add  sp, t2, t1                 # some addresses where there is memory
        add  s0, t2, t1
        addi s0, s0, 0x7C
        addi s1, s0, 0x405
        addi a0, s1, -0x7FB
        add  a3, t2, t1
        csrr t1, mepc
        addi t2, t0, -12
        beqz t2, lost
        addi t2, t0, -1
        beqz t2, lost
        csrr t0, misa
        andi t0, t0, 4
        bnez t0, short
        addi t1, t1, 2
short:  addi t1, t1, 2
        csrw mepc, t1
        mret
lost:   csrr t0, minstret
        andi t0, t0, 0x7C
        la   t1, code
        add  t1, t1, t0
        csrw mepc, t1
        mret
request:                                # a line stays raised: it is served once
        andi t0, t0, 31
        li   t1, 1
        sll  t1, t1, t0
        csrc mie, t1
        mret

        .p2align 2
supervisor:
        csrr t0, scause
        bltz t0, asked
        csrr t1, sepc
        addi t2, t0, -12
        beqz t2, astray
        addi t2, t0, -1
        beqz t2, astray
        addi t1, t1, 4
        csrw sepc, t1
        sret
astray: la   t1, code
        csrw sepc, t1
        sret
asked:  andi t0, t0, 31
        li   t1, 1
        sll  t1, t1, t0
        csrc sie, t1
        sret

        .org 0x80002F40
code:
        .org 0x80003000
data:
        .org 0x80008000
root:
        .org 0x80009000
middle:
        .org 0x8000A000
leaves:

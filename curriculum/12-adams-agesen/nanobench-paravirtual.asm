# The nanobenchmarks with a kernel made for a monitor: what is not for a guest to do stands in one page, and is asked for,
# many things at a time; what a kernel only reads or notes about traps lies in a page that it shares with the monitor. The
# monitor is in machine mode and the kernel in supervisor mode, so it returns to its program by itself.
        .org 0x80000000
        .entry start
        .equ UART, 0x10000000
        .equ TEST, 0x00100000
        .equ LINE_STATUS, 5
        .equ choice, 0x80008000         # two words of 64 bits: number of the benchmark, iterations
        .equ MULTICALL, 0x766B6974      # do a1 instructions from a0 on
        .equ SHARE, 0x766B6975          # share the page at the physical address a0
        .equ SIE, 24                    # places in the shared page
        .equ STVAL, 48

start:  la   t0, end
        li   t1, -1
        li   t2, 0x1F
        li   t3, 0xB1FF
        li   t4, 0x222
        li   t5, 0x1800
        li   t6, 0x800
        la   s0, kernel
        la   a0, machine
        li   a1, 9
        li   a7, MULTICALL
        ecall                           # ends by mret

kernel: la   t0, root
        li   t1, 0xC7
        sd   t1, 0(t0)
        la   t2, middle
        srli t2, t2, 2
        ori  t2, t2, 1
        sd   t2, 8(t0)
        li   t1, 0x20000000
        ori  t1, t1, 0xCF
        sd   t1, 16(t0)
        la   t2, leaves
        srli t3, t2, 2
        ori  t3, t3, 1
        la   t4, middle
        sd   t3, 0(t4)
        la   t3, user
        srli t3, t3, 2
        ori  t3, t3, 0x5B
        sd   t3, 0(t2)
        la   s4, page
        srli s4, s4, 2
        ori  s4, s4, 0xD7
        sd   s4, 16(t2)
        srli t0, t0, 12
        li   t1, 8
        slli t1, t1, 60
        or   t0, t0, t1
        la   a0, paging
        li   a1, 2
        ecall
        la   s9, shared                 # s9 the shared page, else as without a monitor
        mv   a0, s9
        li   a7, SHARE
        ecall
        li   a7, MULTICALL
        mv   s3, t2
        li   s7, 1
        slli s7, s7, 30
        li   t0, 0x1000
        add  s5, s7, t0
        add  s6, s5, t0
        li   s8, UART
        li   t0, 0x80008
        slli t0, t0, 12
        ld   s0, 0(t0)
        ld   s1, 8(t0)
        la   t0, benchmarks
        slli t1, s0, 3
        add  t0, t0, t1
        jr   t0
        .p2align 3
benchmarks:
        j    syscall
        .p2align 3
        j    in
        .p2align 3
        j    interrupts
        .p2align 3
        j    callret
        .p2align 3
        j    pgfault
        .p2align 3
        j    ptemod
        .p2align 3
        j    divzero
        .p2align 3

syscall:
        la   t0, served
        mv   t1, s7
        j    enter

in:     lbu  t0, LINE_STATUS(s8)
        addi s1, s1, -1
        bnez s1, in
        j    end

interrupts:
        andi t0, s1, 0x20
        sd   t0, SIE(s9)
        addi s1, s1, -1
        bnez s1, interrupts
        j    end

callret:
        call nothing
        addi s1, s1, -1
        bnez s1, callret
        j    end
nothing:
        ret

pgfault:
        la   t0, missing
        addi t1, s7, touch - user
        j    enter

ptemod: xori s4, s4, 4
        sd   s4, 16(s3)
        la   a0, fence
        li   a1, 1
        ecall
        addi s1, s1, -1
        bnez s1, ptemod
        j    end

divzero:
        la   t0, served
        addi t1, s7, stumble - user

enter:  li   t2, 0x100
        la   a0, programs
        li   a1, 4
        ecall                           # ends by sret

        .p2align 2
served: beqz s1, end
        csrr t0, sepc
        addi t0, t0, 4
        csrw sepc, t0
        sret

        .p2align 2
missing:
        beqz s1, end
        ld   t0, STVAL(s9)
        sub  t1, t0, s7
        srli t1, t1, 12
        slli t1, t1, 3
        add  t2, s3, t1
        sd   s4, 0(t2)
        xori t1, t1, 24
        add  t2, s3, t1
        sd   zero, 0(t2)
        xor  t1, t0, s6
        la   a0, mended
        li   a1, 3
        ecall

        .p2align 2
end:    li   t0, TEST
        li   t1, 0x5555
        sw   t1, 0(t0)
        j    end

        .p2align 12
hypercall_page:
machine:
        csrw mtvec, t0
        csrw pmpaddr0, t1
        csrw pmpcfg0, t2
        csrw medeleg, t3
        csrw mideleg, t4
        csrc mstatus, t5
        csrs mstatus, t6
        csrw mepc, s0
        mret
paging: csrw satp, t0
        sfence.vma zero, zero
programs:
        csrw stvec, t0
        csrw sepc, t1
        csrc sstatus, t2
        sret
mended: sfence.vma t0, zero
        sfence.vma t1, zero
        sret
fence:  sfence.vma s6, zero

        .p2align 12
user:   addi s1, s1, -1
        ecall
        j    user
stumble:
        addi s1, s1, -1
        .word 0x00100073                # ebreak, four bytes long
        j    stumble
touch:  mv   t3, s5                     # the one page and the other in turn; s6 is how their addresses differ
        xor  s6, s6, s5
again:  addi s1, s1, -1
        ld   t4, 0(t3)
        xor  t3, t3, s6
        j    again

        .p2align 12
root:   .space 4096
middle: .space 4096
leaves: .space 4096
page:   .space 4096
shared: .space 4096

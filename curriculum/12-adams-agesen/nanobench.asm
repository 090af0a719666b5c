# Nanobenchmarks after Adams and Agesen, "A comparison of software and hardware techniques for x86 virtualization"
# (ASPLOS 2006): each does one thing again and again that a monitor may have work with. Which one, and how often, lies at
# 'choice', where a second file puts it.
        .org 0x80000000
        .entry start
        .equ UART, 0x10000000
        .equ TEST, 0x00100000
        .equ LINE_STATUS, 5
        .equ choice, 0x80008000         # two words of 64 bits: number of the benchmark, iterations

start:  la   t0, end                    # machine mode: gives everything to supervisor mode
        csrw mtvec, t0
        li   t0, -1
        csrw pmpaddr0, t0
        li   t0, 0x1F
        csrw pmpcfg0, t0
        li   t0, 0xB1FF
        csrw medeleg, t0
        li   t0, 0x222
        csrw mideleg, t0
        li   t0, 2                      # the time counter is for everybody
        csrw mcounteren, t0
        csrw scounteren, t0
        li   t0, 0x1800
        csrc mstatus, t0
        li   t0, 0x800
        csrs mstatus, t0
        la   t0, kernel
        csrw mepc, t0
        mret

kernel: la   t0, root                   # supervisor mode: 1 GiB of devices, one of the program, one of memory
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
        la   t3, user                   # the program's page: user, executable, readable, accessed
        srli t3, t3, 2
        ori  t3, t3, 0x5B
        sd   t3, 0(t2)
        la   s4, page                   # a page of data: user, writable, readable, accessed and dirty
        srli s4, s4, 2
        ori  s4, s4, 0xD7
        sd   s4, 16(t2)
        xori t1, s4, 0x10               # and the same for the kernel alone
        sd   t1, 24(t2)
        srli t0, t0, 12
        li   t1, 8
        slli t1, t1, 60
        or   t0, t0, t1
        csrw satp, t0
        sfence.vma zero, zero
        li   t0, 0x20
        csrw sie, t0
        mv   s3, t2                     # s3 leaves, s4 an entry, s5 and s6 addresses of pages, s7 the program's, s8 UART
        li   s7, 1
        slli s7, s7, 30
        li   t0, 0x1000
        add  s5, s7, t0
        add  s6, s5, t0
        li   s8, UART
        li   t0, 0x80008
        slli t0, t0, 12
        ld   s0, 0(t0)
        ld   s1, 8(t0)                  # s1 iterations to go
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
        j    own
        .p2align 3
        j    own
        .p2align 3

# 0: a program calls the kernel, which returns at once
syscall:
        la   t0, served
        csrw stvec, t0
        mv   t0, s7
        j    enter

# 1: the kernel asks a device
in:     lbu  t0, LINE_STATUS(s8)
        addi s1, s1, -1
        bnez s1, in
        j    end

# 2: the kernel says which interrupts it takes
interrupts:
        csrw sie, s1
        addi s1, s1, -1
        bnez s1, interrupts
        j    end

# 3: the kernel calls and returns
callret:
        call nothing
        addi s1, s1, -1
        bnez s1, callret
        j    end
nothing:
        ret

# 4: a program touches a page that is not there; the kernel puts it there, and takes another one away
pgfault:
        la   t0, missing
        csrw stvec, t0
        addi t0, s7, touch - user
        j    enter

# 5: the kernel changes an entry of its page table, and tells the processor
ptemod: li   t0, 0x1000                 # so that the table is in use: a page of the kernel's behind the program's
        add  t0, s6, t0
        ld   t1, 0(t0)
modify: xori s4, s4, 4
        sd   s4, 16(s3)
        sfence.vma s6, zero
        addi s1, s1, -1
        bnez s1, modify
        j    end

# 6: a program stumbles, here over a breakpoint, and the kernel has it go on
divzero:
        la   t0, served
        csrw stvec, t0
        addi t0, s7, stumble - user

        j    enter

# 7 and 8: what another file has in its table at OWN
        .equ OWN, 0x80010
own:    li   t0, OWN
        slli t0, t0, 12
        addi t1, s0, -7
        slli t1, t1, 3
        add  t0, t0, t1
        jr   t0

enter:  csrw sepc, t0
        li   t0, 0x100
        csrc sstatus, t0
        sret

        .p2align 2
served: beqz s1, end
        csrr t0, sepc
        addi t0, t0, 4
        csrw sepc, t0
        sret

        .p2align 2
missing:
        beqz s1, end
        csrr t0, stval
        sub  t1, t0, s7
        srli t1, t1, 12                 # 1 or 2
        slli t1, t1, 3
        add  t2, s3, t1
        sd   s4, 0(t2)
        sfence.vma t0, zero
        xori t1, t1, 24
        add  t2, s3, t1
        sd   zero, 0(t2)
        xor  t0, t0, s6
        sfence.vma t0, zero
        sret

        .p2align 2
end:    li   t0, TEST
        li   t1, 0x5555
        sw   t1, 0(t0)
        j    end

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

        .org 0x80007F00                 # where another file jumps at its end
        j    end

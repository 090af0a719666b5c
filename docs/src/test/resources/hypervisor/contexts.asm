# More processes than a monitor keeps tables for, whose numbers are used again. A page that was taken away without a fence
# may still be seen by whose it was, but by nobody else. Shows a dot for each 100 rounds, and an x when somebody saw it.
        .equ UART, 0x10000000
        .equ PAGE, 0x40000000
kernel: la   s0, tables                 # two trees of three levels
        li   s1, 2
tree:   li   t1, 0xC7
        sd   t1, 0(s0)                  # devices
        li   t1, 0x20000000
        ori  t1, t1, 0xCF
        sd   t1, 16(s0)                 # memory, where it is
        li   t2, 4096
        add  t3, s0, t2
        srli t4, t3, 2
        ori  t4, t4, 1
        sd   t4, 8(s0)
        add  t5, t3, t2
        srli t4, t5, 2
        ori  t4, t4, 1
        sd   t4, 0(t3)
        add  s0, t5, t2
        addi s1, s1, -1
        bnez s1, tree
        la   t0, frames
        li   t1, 0x1111
        sd   t1, 0(t0)
        add  t0, t0, t2
        li   t1, 0x2222
        sd   t1, 0(t0)
        la   s0, tables
        li   t0, 0x2000
        add  s2, s0, t0                 # the last level of the first tree
        li   t0, 0x5000
        add  s3, s0, t0                 # and of the second
        srli s0, s0, 12
        li   t1, 8
        slli t1, t1, 60
        or   s0, s0, t1                 # satp of the first tree, for process 0
        addi s1, s0, 3                  # and of the second
        li   s4, 0                      # the process, where satp has it
        li   s5, 1
        slli s5, s5, 44
        li   s6, PAGE
        li   s7, 100
again:  la   t0, frames
        srli t0, t0, 2
        ori  t0, t0, 0xC7
        sd   t0, 0(s2)                  # the first frame for the first tree
        addi t0, t0, 1024
        sd   t0, 0(s3)                  # the second for the second
        or   t1, s0, s4
        csrw satp, t1
        sfence.vma zero, zero
        ld   a1, 0(s6)
        sd   zero, 0(s2)                # taken away, and nobody is told
        add  t2, s4, s5
        or   t1, s1, t2
        csrw satp, t1                   # the second tree for the next process
        ld   a2, 0(s6)
        add  t2, t2, s5
        or   t1, s0, t2
        csrw satp, t1                   # the first for the one after that
        .word 0x000B3683                # ld a3, 0(s6)
        or   t1, s1, s4
        csrw satp, t1                   # the first process has gone, and its number is another's
        srli t2, s4, 44
        sfence.vma zero, t2
        ld   a4, 0(s6)
        li   t1, 0x1111
        bne  a1, t1, wrong
        slli t1, t1, 1
        bne  a2, t1, wrong
        bne  a3, s6, wrong
        beq  a4, t1, right
wrong:  li   t0, UART
        li   t1, 120
        sb   t1, 0(t0)
right:  li   a3, 0
        slli t1, s5, 2
        add  s4, s4, t1
        slli s4, s4, 4
        srli s4, s4, 4
        addi s7, s7, -1
        bnez s7, again
        li   s7, 100
        li   t0, UART
        li   t1, 46
        sb   t1, 0(t0)
        j    again
        .p2align 2
trap:   csrr a3, stval
        csrr t3, sepc
        addi t3, t3, 4
        csrw sepc, t3
        li   t3, 0x100
        csrs sstatus, t3
        sret
        .p2align 12
tables: .space 24576
frames: .space 8192

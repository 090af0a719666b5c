# 10,000 blocks of code that run once a round, each of which is like no other.
        .set    BLOCKS, 10000
        .set    seed, 1

        .macro  random
        .set    seed, (seed * 1103515245 + 12345) & 0x7FFFFFFF
        .endm

        .macro  operation               # one of eight, with a number of its own
        random
        .if     (seed >> 28) == 0
        addi    a0, a0, ((seed >> 12) & 0xFFF) - 2048
        .elseif (seed >> 28) == 1
        xori    a1, a0, ((seed >> 12) & 0xFFF) - 2048
        .elseif (seed >> 28) == 2
        slli    a3, a0, 1 + ((seed >> 12) & 31)
        .elseif (seed >> 28) == 3
        srli    a4, a1, 1 + ((seed >> 12) & 31)
        .elseif (seed >> 28) == 4
        ld      a3, 8 * ((seed >> 12) & 127)(a2)
        .elseif (seed >> 28) == 5
        sd      a0, 8 * ((seed >> 12) & 127)(a2)
        .elseif (seed >> 28) == 6
        xor     a0, a0, a3
        .else
        add     a1, a1, a4
        .endif
        .endm

        .macro  block                   # ends with a branch that nobody foresees, over one instruction
        .rept   5
        operation
        .endr
        random
        .if     seed & 0x10000
        bltu    a0, a1, 1f
        .else
        bge     a1, a0, 1f
        .endif
        addi    a0, a0, 1 + ((seed >> 20) & 15)
1:
        .endm

        .text
        .globl  cold_blocks             # a0 and a1 are mixed with the 1 KiB at a2; the result is in a0
cold_blocks:
        .rept   BLOCKS
        block
        .endr
        ret

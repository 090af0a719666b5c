# What the kernel does: random edits, a thousand, from this seed.
        .org 0x80008000
        .quad 7, 1000, 1

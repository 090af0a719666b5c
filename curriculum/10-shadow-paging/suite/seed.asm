# Random edits, two thousand, from another seed.
        .org 0x80008000
        .quad 7, 2000, 1968

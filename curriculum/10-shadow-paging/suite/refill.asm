# The scene 'refill', a hundred times.
        .org 0x80008000
        .quad 6, 100, 1

# The scene 'write', a hundred times.
        .org 0x80008000
        .quad 4, 100, 1

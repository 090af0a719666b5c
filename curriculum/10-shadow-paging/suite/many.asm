# The scene 'many', a hundred times.
        .org 0x80008000
        .quad 5, 100, 1

# To user mode and back. A frame is: pc, x0 to x31, the supervisor's stack pointer.
        .equ    PC, 0
        .equ    SUPERVISOR_SP, 33 * 8

        .macro  each_register op        # all but a0, which holds the frame
        .irp    n, 1,2,3,4,5,6,7,8,9,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31
        \op     x\n, 8 + 8 * \n(a0)
        .endr
        .endm

        .macro  each_kept op            # what a C function must keep
        .irp    n, 1,8,9,18,19,20,21,22,23,24,25,26,27
        \op     x\n, 8 * \n(sp)
        .endr
        .endm

        .text
        .globl  run_user
run_user:
        addi    sp, sp, -256
        each_kept sd
        sd      sp, SUPERVISOR_SP(a0)
resume: csrw    sscratch, a0
        ld      t0, PC(a0)
        csrw    sepc, t0
        each_register ld
        ld      a0, 8 + 8 * 10(a0)
        sret

        .globl  user_trap
        .balign 4
user_trap:
        csrrw   a0, sscratch, a0
        each_register sd
        csrr    t0, sscratch
        sd      t0, 8 + 8 * 10(a0)
        csrr    t0, sepc
        sd      t0, PC(a0)
        ld      sp, SUPERVISOR_SP(a0)
        mv      s0, a0
        csrr    a1, scause
        csrr    a2, stval
        call    on_trap
        mv      t0, a0
        mv      a0, s0
        bnez    t0, resume
        each_kept ld
        addi    sp, sp, 256
        ret

# Where a bare-metal RISC-V program begins: set up a stack, clear .bss, call main, report its result.
        .section .text.start
        .globl  _start
_start: csrr    a0, mhartid             # one hart works, any others sleep
        bnez    a0, sleep
        la      sp, stack_top
        la      t0, bss_start
        la      t1, bss_end
clear:  bgeu    t0, t1, run
        sd      zero, 0(t0)
        addi    t0, t0, 8
        j       clear
run:    call    main
        li      t0, 0x100000            # the finisher: 0x5555 is success, code << 16 | 0x3333 is failure
        li      t1, 0x5555
        beqz    a0, finish
        slli    a0, a0, 16
        li      t1, 0x3333
        or      t1, t1, a0
finish: sw      t1, 0(t0)
sleep:  wfi
        j       sleep

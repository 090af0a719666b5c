# Where every kernel begins, in machine mode: a stack, floating point, and a handler for traps, of which there are none.
# With -DPAGED it goes on in supervisor mode under Sv39.
        .section .text.start, "ax"
        .globl  _start
_start: la      sp, stack_top
        la      t0, trap
        csrw    mtvec, t0
        li      t0, 1 << 13             # mstatus.FS: initial
        csrs    mstatus, t0
#ifdef PAGED
        li      t0, -1                  # supervisors may use all addresses
        csrw    pmpaddr0, t0
        li      t0, 0x1f
        csrw    pmpcfg0, t0
        li      t0, 1 << 8 | 1 << 13 | 1 << 15
        csrw    medeleg, t0             # calls of user mode, and page faults of loads and stores
        la      t0, supervisor_trap
        csrw    stvec, t0
        call    map_memory              # what satp is to be
        csrw    satp, a0
        sfence.vma
        li      t0, 3 << 11             # mstatus.MPP: 1, supervisor
        csrc    mstatus, t0
        li      t0, 1 << 11
        csrs    mstatus, t0
        la      t0, main
        csrw    mepc, t0
        mret

        .balign 4
supervisor_trap:
        csrr    t0, sepc
        csrr    t1, scause
        j       unexpected
#else
        tail    main
#endif

        .balign 4
trap:   csrr    t0, mepc
        csrr    t1, mcause
unexpected:
        slli    t0, t0, 8
        or      a1, t0, t1
        la      a0, sentence
        la      sp, stack_top
        tail    fail

        .section .rodata
sentence:
        .asciz  "unexpected trap, pc << 8 | cause ="

# The digest of the sources, so that a test can tell whether this program was made of them. It is not loaded.
        .section .sources, ""
        .asciz  SOURCES

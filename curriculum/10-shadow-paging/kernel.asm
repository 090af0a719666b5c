# A kernel that edits its page tables (Sv39). 'choice' says what it does, and how often; some of it is done by the routines
# of edit.asm, the exercise. A window of pages at 0x40000000 leads to frames, the first word of each of which is its number.
        .org 0x80000000
        .entry start

        .equ UART, 0x10000000
        .equ POWER, 0x00100000
        .equ WINDOW, 0x40000000
        .equ LEAF, 0xC7                 # D A W R V
        .equ KERNEL, 0xCF               # and X
        .equ SOME, 16                   # pages of the window and frames
        .equ MANY, 64                   # entries that table_refill puts into a table

        .equ PTE_WRITE, 0x80010000      # the routines of the exercise
        .equ PTE_WRITE_MANY, 0x80010008
        .equ TABLE_REFILL, 0x80010010
        .equ choice, 0x80008000         # three words of 64 bits: number, repetitions, seed

# ---------------------------------------------------------------- machine mode
start:  la   t0, oops
        csrw mtvec, t0
        li   t0, -1
        csrw pmpaddr0, t0
        li   t0, 0x1F
        csrw pmpcfg0, t0
        li   t0, 0xB1FF
        csrw medeleg, t0
        li   t0, 0x800                  # MPP = supervisor
        csrs mstatus, t0
        la   t0, kernel
        csrw mepc, t0
        mret

# ---------------------------------------------------------------- supervisor mode
kernel: la   sp, stack_end
        la   t0, oops
        csrw stvec, t0
        call map
        call translate
        la   s0, leaves
        li   s7, WINDOW
        la   t0, choice
        ld   t1, 0(t0)
        ld   s1, 8(t0)                  # s1 repetitions to go
        ld   s2, 16(t0)                 # s2 random numbers, 0 never among them
        slli s2, s2, 1
        ori  s2, s2, 1
        la   t0, 15 << 12 | WINDOW      # so that the table is in use: a page that the measured routines leave alone
        ld   t0, 0(t0)
        la   t0, scenes
        slli t1, t1, 3
        add  t0, t0, t1
        jr   t0

        .p2align 3
scenes: j    stale
        .p2align 3
        j    one
        .p2align 3
        j    unused
        .p2align 3
        j    switch
        .p2align 3
        j    write
        .p2align 3
        j    many
        .p2align 3
        j    refill
        .p2align 3
        j    random

# The first gigabyte holds devices, the third one memory. Of the second one the first pages lead to the frames in their order.
map:    la   t0, root
        li   t1, LEAF
        sd   t1, 0(t0)
        la   t2, middle
        srli t2, t2, 2
        ori  t2, t2, 1
        sd   t2, 8(t0)
        la   t1, start
        srli t1, t1, 2
        ori  t1, t1, KERNEL
        sd   t1, 16(t0)
        la   t3, other_root             # the same, of another process
        ld   t4, 0(t0)
        sd   t4, 0(t3)
        sd   t2, 8(t3)
        sd   t1, 16(t3)
        la   t2, leaves
        srli t3, t2, 2
        ori  t3, t3, 1
        la   t4, middle
        sd   t3, 0(t4)
        la   t5, fresh                  # what pte_write_many and table_refill are to put there, in two turns
        la   t6, model
        li   t0, 0
frame:  andi t1, t0, SOME - 1
        slli t3, t1, 12
        la   t4, frames
        add  t3, t3, t4
        sd   t1, 0(t3)
        srli t3, t3, 2
        ori  t3, t3, LEAF
        sd   t3, 0(t5)
        xori t4, t3, 4                  # not writable
        sd   t4, 512(t5)
        addi t5, t5, 8
        li   t1, SOME
        bgeu t0, t1, further
        sd   t3, 0(t2)
        sd   t0, 0(t6)
        addi t2, t2, 8
        addi t6, t6, 8
further:
        addi t0, t0, 1
        li   t1, MANY
        bltu t0, t1, frame
        ret

translate:
        la   t0, root
use:    srli t0, t0, 12
        li   t1, 8
        slli t1, t1, 60
        or   t0, t0, t1
        csrw satp, t0
        sfence.vma zero, zero
        ret

# ---------------------------------------------------------------- 0: an entry is changed, and nobody is told
stale:  call digit
        ld   t0, 8(s0)                  # from now on the window's first page is the second frame
        sd   t0, 0(s0)
        call digit
        sfence.vma s7, zero
        call digit
        j    well

digit:  ld   a0, 0(s7)
        addi a0, a0, '0'
put:    li   t0, UART
        sb   a0, 0(t0)
        ret

# ---------------------------------------------------------------- 1: an entry is changed, as the manual wants it
one:    ld   t1, 0(s0)
        xori t1, t1, 4
        sd   t1, 0(s0)
        sfence.vma s7, zero
        addi s1, s1, -1
        bnez s1, one
        j    well

# ---------------------------------------------------------------- 2: a table is filled that is in no use
unused: la   t0, spare
        li   t1, MANY
fill:   sd   s1, 0(t0)
        addi t0, t0, 8
        addi t1, t1, -1
        bnez t1, fill
        addi s1, s1, -1
        bnez s1, unused
        j    well

# ---------------------------------------------------------------- 3: two processes in turn, each of which uses eight pages
switch: la   t0, other_root
        call use
        call touch
        call translate
        call touch
        addi s1, s1, -1
        bnez s1, switch
        j    well
touch:  mv   t0, s7
        li   t1, 8
        li   t2, 4096
page:   ld   t3, 0(t0)
        add  t0, t0, t2
        addi t1, t1, -1
        bnez t1, page
        ret

# ---------------------------------------------------------------- 4, 5, 6: the routines of the exercise
write:  mv   a0, s7
        mv   a1, s0
        ld   a2, 0(s0)
        xori a2, a2, 4
        call PTE_WRITE
        addi s1, s1, -1
        bnez s1, write
        j    well

many:   call turn
        mv   a2, a3
        mv   a1, s0
        li   a3, SOME - 1
        call PTE_WRITE_MANY
        addi s1, s1, -1
        bnez s1, many
        j    well

refill: call turn
        li   a4, MANY
        call TABLE_REFILL
        la   t0, (MANY - 1) << 12 | WINDOW
        ld   t0, 0(t0)                  # the table is in use again, for its last page
        addi s1, s1, -1
        bnez s1, refill
        j    well

# Arguments of table_refill: the window, the entry that leads to its table, the table, entries for it: every other time others.
turn:   mv   a0, s7
        la   a1, middle
        mv   a2, s0
        la   a3, fresh
        andi t0, s1, 1
        slli t0, t0, 9
        add  a3, a3, t0
        ret

# ---------------------------------------------------------------- 7: random edits, and whether each is seen at once
random: li   s3, 0                      # s3 reads that were stale
        la   s6, model                  # what each page of the window ought to be
edit:   call draw
        andi t0, a0, 7
        srli s4, a0, 8                  # s4 the first page, s5 how many
        li   s5, 1
        andi s4, s4, SOME - 1
        li   t1, 6
        blt  t0, t1, drawn
        andi s4, s4, 7
        li   s5, 8
        beq  t0, t1, drawn
        li   s4, 0
        li   s5, SOME
drawn:  la   s8, fresh
        mv   s9, s4
        add  s10, s4, s5
model_page:
        call draw
        andi a0, a0, SOME - 1
        slli t0, s9, 3
        add  t0, t0, s6
        sd   a0, 0(t0)
        slli a0, a0, 12
        la   t1, frames
        add  a0, a0, t1
        srli a0, a0, 2
        ori  a0, a0, LEAF
        sd   a0, 0(s8)
        addi s8, s8, 8
        addi s9, s9, 1
        blt  s9, s10, model_page
        la   a2, fresh
        slli a0, s4, 12
        add  a0, a0, s7
        slli a1, s4, 3
        add  a1, a1, s0
        mv   a3, s5
        li   t0, 8
        beq  s5, t0, eight
        bgtu s5, t0, all
        ld   a2, 0(a2)
        call PTE_WRITE
        j    look
eight:  call PTE_WRITE_MANY
        j    look
all:    mv   a3, a2
        mv   a2, s0
        la   a1, middle
        li   a4, SOME
        call TABLE_REFILL
look:   li   s4, 4                      # four pages are looked at
another:
        call draw
        andi t0, a0, SOME - 1
        slli t1, t0, 12
        add  t1, t1, s7
        ld   t1, 0(t1)
        slli t0, t0, 3
        add  t0, t0, s6
        ld   t0, 0(t0)
        beq  t0, t1, seen
        addi s3, s3, 1
seen:   addi s4, s4, -1
        bnez s4, another
        addi s1, s1, -1
        bnez s1, edit
        mv   a0, s3
        call decimal
        la   a0, stale_text
        call text
        bnez s3, badly
        j    well

# a0 the next random number (xorshift).
draw:   slli t0, s2, 13
        xor  s2, s2, t0
        srli t0, s2, 7
        xor  s2, s2, t0
        slli t0, s2, 17
        xor  s2, s2, t0
        srli a0, s2, 20
        ret

# ---------------------------------------------------------------- the end
text:   lbu  t1, 0(a0)
        beqz t1, said
        li   t0, UART
        sb   t1, 0(t0)
        addi a0, a0, 1
        j    text
said:   ret

decimal:
        addi sp, sp, -16
        sd   ra, 0(sp)
        sd   a0, 8(sp)
        li   t0, 10
        divu a0, a0, t0
        beqz a0, last
        call decimal
last:   ld   a0, 8(sp)
        ld   ra, 0(sp)
        addi sp, sp, 16
        li   t0, 10
        remu a0, a0, t0
        addi a0, a0, '0'
        j    put

        .p2align 2
oops:   la   a0, oops_text              # no trap is expected
        call text
badly:  li   t1, 0x13333
        j    off
well:   li   t1, 0x5555
off:    li   t0, POWER
        sw   t1, 0(t0)
        j    off

stale_text:     .asciz " reads were stale\n"
oops_text:      .asciz "a trap that nobody expects\n"
        .p2align 3
model:  .space 8 * SOME
fresh:  .space 1024

        .org 0x80020000
root:   .space 4096
other_root: .space 4096
middle: .space 4096
leaves: .space 4096
spare:  .space 4096
stack:  .space 4096
stack_end:
frames: .space 4096 * SOME

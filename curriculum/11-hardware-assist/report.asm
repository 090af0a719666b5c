# What a hypervisor says when it ends, for machinery.asm and hypervisor.asm: each of these prints and powers off.

        .org 0x81040000

        .equ SEPC, 256                  # in a guest's record
        .equ NUMBER, 360
        .equ FRAMES, 368
        .equ COUNTS, 512

        j    missing                    # 0x81040000: exercise a0 is still to be written
        .p2align 3
        j    unexpected                 # 0x81040008: the guest of s0 left, and nobody knows what to do
        .p2align 3
        j    stuck                      # 0x81040010: it leaves again and again at the same place
        .p2align 3
        j    own                        # 0x81040018: the hypervisor itself trapped; s0 is where its registers are
        .p2align 3
        j    report                     # 0x81040020: all guests have ended, a1 of them with records at a0: what was counted
        .p2align 3
        j    failure                    # 0x81040028: the guest of s0 says that it failed

missing:
        mv   s1, a0
        la   a0, missing_text
        call text
        mv   a0, s1
        call decimal
        la   a0, unwritten_text
        call text
        j    failed

own:    la   a0, own_text
        call text
        j    reasons

stuck:  la   a0, stuck_text
        j    about
failure:
        la   a0, failure_text
        j    about
unexpected:
        la   a0, unexpected_text
about:  mv   s4, a0
        la   a0, guest_text
        call text
        ld   a0, NUMBER(s0)
        call decimal
        mv   a0, s4
        call text
reasons:
        la   s4, reason_table
reason: ld   t0, 0(s4)
        beqz t0, failed
        la   a0, reason_table
        add  a0, a0, t0
        call text
        addi s4, s4, 8
        ld   t0, 0(s4)
        la   a0, reason_table
        add  a0, a0, t0
        jalr ra, 0(a0)
        call hexadecimal
        addi s4, s4, 8
        j    reason
cause:  csrr a0, scause
        ret
where:  ld   a0, SEPC(s0)
        ret
value:  csrr a0, stval
        ret
physical:
        csrr a0, htval
        ret
instruction:
        csrr a0, htinst
        ret
failed: li   a0, 10
        call put
        li   a1, 1
off:    li   a0, 0
        li   a7, 0x53525354
        li   a6, 0
        ecall

# All guests have ended.
report: mv   s0, a0
        mv   s2, a1
        li   s1, 0
each:   la   a0, exits_text
        call text
        mv   a0, s1
        call decimal
        la   s4, names
        li   s3, 0
name:   lbu  s5, 0(s4)                  # a cause, and its name
        la   a0, frames_text
        li   t0, 255
        beq  s5, t0, frames
        addi s4, s4, 1
        mv   a0, s4
        call text
        mv   s4, a0
        slli t0, s5, 3
        add  t0, t0, s0
        ld   a0, COUNTS(t0)
        call decimal
        j    name
frames: call text
        ld   a0, FRAMES(s0)
        call decimal
        li   a0, 10
        call put
        addi s0, s0, 1024
        addi s1, s1, 1
        blt  s1, s2, each
        li   a1, 0
        j    off

# Prints a text; a0 becomes the address behind it.
text:   mv   t4, ra
        mv   t5, a0
letter: lbu  a0, 0(t5)
        addi t5, t5, 1
        beqz a0, written
        call put
        j    letter
written:
        mv   a0, t5
        jr   t4
put:    li   a7, 0x4442434E
        li   a6, 2
        ecall
        ret

decimal:
        li   t6, 10
        j    number
hexadecimal:
        li   t6, 16
number: mv   t4, ra
        addi sp, sp, -32
        addi t5, sp, 32
digit:  remu t0, a0, t6
        divu a0, a0, t6
        li   t1, 10
        blt  t0, t1, low
        addi t0, t0, 39
low:    addi t0, t0, '0'
        addi t5, t5, -1
        sb   t0, 0(t5)
        bnez a0, digit
show:   lbu  a0, 0(t5)
        call put
        addi t5, t5, 1
        addi t0, sp, 32
        bne  t5, t0, show
        addi sp, sp, 32
        jr   t4

missing_text:    .asciz "hypervisor: exercise "
unwritten_text:  .asciz " is still to be written"
own_text:        .asciz "hypervisor: a trap of its own"
guest_text:      .asciz "hypervisor: guest "
stuck_text:      .asciz " leaves again and again at the same place"
unexpected_text: .asciz " did what nobody expects"
failure_text:    .asciz " reports failure"
exits_text:      .asciz "exits of guest "
frames_text:     .asciz "; frames "
names:  .byte 0
        .asciz ": timer "
        .byte 10
        .asciz ", call "
        .byte 20
        .asciz ", fetch "
        .byte 21
        .asciz ", load "
        .byte 22
        .asciz ", instruction "
        .byte 23
        .asciz ", store "
        .byte 255
cause_text:      .asciz ": scause 0x"
where_text:      .asciz ", sepc 0x"
value_text:      .asciz ", stval 0x"
physical_text:   .asciz ", htval 0x"
instruction_text: .asciz ", htinst 0x"
        .p2align 3
reason_table:
        .quad cause_text - reason_table, cause - reason_table
        .quad where_text - reason_table, where - reason_table
        .quad value_text - reason_table, value - reason_table
        .quad physical_text - reason_table, physical - reason_table
        .quad instruction_text - reason_table, instruction - reason_table
        .quad 0

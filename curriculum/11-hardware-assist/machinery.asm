# What is not the exercise: how a hypervisor gets the processor back, keeps registers, takes turns, gives out memory. The
# firmware starts it in supervisor mode, which is HS-mode where there are guests. It calls the routines of hypervisor.asm
# and report.asm by the tables at their beginnings. While a guest is dealt with, s0 is its record.

        .org 0x81000000
        .entry start

        .equ SLICE, 6000                # ticks of the time counter

# A guest's record: registers x0 to x31, 8 bytes each (x0's is never written), and what follows.
        .equ SEPC, 256
        .equ SSTATUS, 264
        .equ HSTATUS, 272
        .equ RUNS, 352
        .equ NUMBER, 360
        .equ FRAMES, 368
        .equ FAULT, 376                 # where, why and for which address it last left, and how often in a row
        .equ AGAIN, 400
        .equ COUNTS, 512                # of exits, by cause; interrupts count as cause 0
        .equ RECORD_SHIFT, 10

        .equ SECOND_STAGE, 0x81010000   # the routines of the exercise
        .equ DELEGATE, 0x81010008
        .equ FIRST_ENTRY, 0x81010010
        .equ MEMORY_FAULT, 0x81010018
        .equ VIRTUAL_INSTRUCTION, 0x81010020
        .equ WORLD_SWITCH, 0x81010028
        .equ GUESTS, 0x81010030         # how many guests there are, 1 to 4

        .equ UNEXPECTED, 0x81040008     # what is said
        .equ STUCK, 0x81040010
        .equ OWN, 0x81040018
        .equ REPORT, 0x81040020
        .equ FAILED, 0x81040028

        j    start                      # 0x81000000
        .p2align 3
        j    resume                     # 0x81000008: goes on with the guest
        .p2align 3
        j    page                       # 0x81000010: a0 becomes the address of a page of zeros
        .p2align 3
        j    frame                      # 0x81000018: a0 a page of the guest's memory, becomes a frame with its content

start:  la   sp, stack_end
        la   t0, trap
        csrw stvec, t0
        la   t0, nobody
        csrw sscratch, t0
        call DELEGATE
        call guests_there_are
        mv   s1, a0
prepare:
        addi s1, s1, -1
        slli t0, s1, RECORD_SHIFT
        la   s0, guests
        add  s0, s0, t0
        sd   s1, NUMBER(s0)
        sd   s1, 80(s0)                 # a0: the number of its hart, as firmware would say
        li   t0, 1
        sd   t0, RUNS(s0)
        la   t0, 0x80200000
        sd   t0, SEPC(s0)
        call SECOND_STAGE
        call FIRST_ENTRY
        bnez s1, prepare
        li   t0, 0x20
        csrs sie, t0
        call next_slice
        j    resume

guests_there_are:
        la   a0, GUESTS
        ld   a0, 0(a0)
        ret

next_slice:
        csrr t0, time
        li   t1, SLICE
        add  t0, t0, t1
        csrw stimecmp, t0
        ret

# ---------------------------------------------------------------- out of the guest, and back
        .p2align 2
trap:   csrrw s0, sscratch, s0
        sd   x1, 8(s0)
        sd   x2, 16(s0)
        sd   x3, 24(s0)
        sd   x4, 32(s0)
        sd   x5, 40(s0)
        sd   x6, 48(s0)
        sd   x7, 56(s0)
        sd   x9, 72(s0)
        sd   x10, 80(s0)
        sd   x11, 88(s0)
        sd   x12, 96(s0)
        sd   x13, 104(s0)
        sd   x14, 112(s0)
        sd   x15, 120(s0)
        sd   x16, 128(s0)
        sd   x17, 136(s0)
        sd   x18, 144(s0)
        sd   x19, 152(s0)
        sd   x20, 160(s0)
        sd   x21, 168(s0)
        sd   x22, 176(s0)
        sd   x23, 184(s0)
        sd   x24, 192(s0)
        sd   x25, 200(s0)
        sd   x26, 208(s0)
        sd   x27, 216(s0)
        sd   x28, 224(s0)
        sd   x29, 232(s0)
        sd   x30, 240(s0)
        sd   x31, 248(s0)
        csrr t0, sscratch
        sd   t0, 64(s0)
        csrr t0, sepc
        sd   t0, SEPC(s0)
        csrr t0, sstatus
        sd   t0, SSTATUS(s0)
        csrr t1, hstatus
        sd   t1, HSTATUS(s0)
        la   t0, nobody                 # from here on a trap is one of the hypervisor itself
        csrw sscratch, t0
        la   sp, stack_end
        csrr s1, scause
        andi t1, t1, 0x80               # SPV: was it a guest?
        bnez t1, guest
        j    OWN
guest:  bgez s1, counted
        li   s1, 0
counted:
        slli t0, s1, 3
        add  t0, t0, s0
        ld   t1, COUNTS(t0)
        addi t1, t1, 1
        sd   t1, COUNTS(t0)
        beqz s1, turn
        li   t0, 10
        beq  s1, t0, firmware
        call check
        andi t0, s1, -4                 # 20 to 23
        li   t1, 20
        bne  t0, t1, other
        li   t0, 22
        bne  s1, t0, memory
        j    VIRTUAL_INSTRUCTION
memory: j    MEMORY_FAULT
other:  j    UNEXPECTED

resume: ld   t0, SEPC(s0)
        csrw sepc, t0
        ld   t0, SSTATUS(s0)
        csrw sstatus, t0
        ld   t0, HSTATUS(s0)
        csrw hstatus, t0
        csrw sscratch, s0
        ld   x1, 8(s0)
        ld   x2, 16(s0)
        ld   x3, 24(s0)
        ld   x4, 32(s0)
        ld   x5, 40(s0)
        ld   x6, 48(s0)
        ld   x7, 56(s0)
        ld   x9, 72(s0)
        ld   x10, 80(s0)
        ld   x11, 88(s0)
        ld   x12, 96(s0)
        ld   x13, 104(s0)
        ld   x14, 112(s0)
        ld   x15, 120(s0)
        ld   x16, 128(s0)
        ld   x17, 136(s0)
        ld   x18, 144(s0)
        ld   x19, 152(s0)
        ld   x20, 160(s0)
        ld   x21, 168(s0)
        ld   x22, 176(s0)
        ld   x23, 184(s0)
        ld   x24, 192(s0)
        ld   x25, 200(s0)
        ld   x26, 208(s0)
        ld   x27, 216(s0)
        ld   x28, 224(s0)
        ld   x29, 232(s0)
        ld   x30, 240(s0)
        ld   x31, 248(s0)
        ld   x8, 64(s0)
        sret

# A guest that leaves at the same place for the same reason and address again and again gets nowhere.
check:  csrr t2, htval
        ld   t0, SEPC(s0)
        ld   t1, FAULT(s0)
        xor  t3, t0, t1
        ld   t1, FAULT + 8(s0)
        xor  t1, t1, s1
        or   t3, t3, t1
        ld   t1, FAULT + 16(s0)
        xor  t1, t1, t2
        or   t3, t3, t1
        sd   t0, FAULT(s0)
        sd   s1, FAULT + 8(s0)
        sd   t2, FAULT + 16(s0)
        ld   t0, AGAIN(s0)
        addi t0, t0, 1
        beqz t3, same
        li   t0, 0
same:   sd   t0, AGAIN(s0)
        li   t1, 100
        blt  t0, t1, some
        j    STUCK
some:   ret

# ---------------------------------------------------------------- who is next
turn:   call next_slice
pass:   call guests_there_are
        mv   s2, s0
        mv   s3, a0                     # so many are asked
        ld   s1, NUMBER(s0)
pick:   beqz s3, all_ended
        addi s3, s3, -1
        addi s1, s1, 1
        blt  s1, a0, valid
        li   s1, 0
valid:  slli t0, s1, RECORD_SHIFT
        la   s0, guests
        add  s0, s0, t0
        ld   t0, RUNS(s0)
        beqz t0, pick
        beq  s0, s2, resume
        call WORLD_SWITCH               # from s2 to s0
        j    resume
all_ended:
        mv   a1, a0
        la   a0, guests
        j    REPORT

# ---------------------------------------------------------------- calls of the guest to its firmware
firmware:
        ld   t0, SEPC(s0)
        addi t0, t0, 4
        sd   t0, SEPC(s0)
        ld   a0, 80(s0)
        ld   a6, 128(s0)
        ld   a7, 136(s0)
        li   t1, 0x4442434E             # DBCN, write byte
        bne  a7, t1, system
        li   t1, 2
        bne  a6, t1, system
        ecall
answer: sd   a0, 80(s0)
        sd   a1, 88(s0)
        j    resume
system: li   t1, 0x53525354             # SRST: the guest is done
        li   a0, -2                     # else not supported
        li   a1, 0
        bne  a7, t1, answer
        ld   t0, 88(s0)                 # its reason
        beqz t0, ended
        j    FAILED
ended:  sd   zero, RUNS(s0)
        j    pass

# ---------------------------------------------------------------- memory
page:   la   t0, free
        ld   a0, 0(t0)
        li   t1, 4096
        add  t1, a0, t1
        sd   t1, 0(t0)
        ret

# Memory of a guest begins with what was loaded at the same address, which nobody writes to.
frame:  addi sp, sp, -16
        sd   ra, 0(sp)
        sd   a0, 8(sp)
        ld   t0, FRAMES(s0)
        addi t0, t0, 1
        sd   t0, FRAMES(s0)
        call page
        ld   t0, 8(sp)
        ld   ra, 0(sp)
        addi sp, sp, 16
        mv   t1, a0
        li   t2, 512
copy:   ld   t3, 0(t0)
        sd   t3, 0(t1)
        addi t0, t0, 8
        addi t1, t1, 8
        addi t2, t2, -1
        bnez t2, copy
        ret

        .p2align 3
free:   .quad 0x82000000
nobody: .space 1024
guests: .space 1024 * 4
        .space 1024
stack_end:

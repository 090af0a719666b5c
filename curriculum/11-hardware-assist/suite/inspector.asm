# Calls the routines of hypervisor.asm one by one, in the place of machinery.asm, and looks at what they leave behind: what no
# guest could tell. It sees fences and writes of hgatp as well, since mstatus.TVM makes them traps to machine mode.

        .entry start

        .equ UART, 0x10000000
        .equ SCRATCH, 7                 # keeps what is written to it
        .equ TEST, 0x00100000
        .equ SEPC, 256                  # in a record
        .equ SSTATUS, 264
        .equ HSTATUS, 272
        .equ HGATP, 280
        .equ NUMBER, 360
        .equ SECOND_STAGE, 0x81010000
        .equ DELEGATE, 0x81010008
        .equ FIRST_ENTRY, 0x81010010
        .equ MEMORY_FAULT, 0x81010018
        .equ VIRTUAL_INSTRUCTION, 0x81010020

        .equ PLACE, 0x80345000          # of a guest's memory
        .equ ITS_FRAME, 0x80567000
        .equ STANDS, 0x4000             # where the guest stands

# ---------------------------------------------------------------- what routines jump to and call
        .org 0x81000008
        j    resumed
        .p2align 3
        j    page
        .p2align 3
        j    frame
        .org 0x81040000
        j    missing                    # exercise a0 is still to be written
        .p2align 3
        j    unexpected

# ---------------------------------------------------------------- machine mode
        .org 0x81050000
start:  la   t0, trap
        csrw mtvec, t0
        la   t0, saved
        csrw mscratch, t0
        li   t0, -1
        csrw pmpaddr0, t0
        csrw mcounteren, t0
        li   t0, 0x1F
        csrw pmpcfg0, t0
        li   t0, 0x1800
        csrc mstatus, t0
        li   t0, 0x100800               # TVM, MPP = HS
        csrs mstatus, t0
        la   t0, inspect
        csrw mepc, t0
        mret

# An hfence.gvma, or an access to hgatp, is noted, done for show, and left behind.
        .p2align 2
trap:   csrrw sp, mscratch, sp
        sd   x0, 0(sp)
        sd   x1, 8(sp)
        sd   x3, 24(sp)
        sd   x4, 32(sp)
        sd   x5, 40(sp)
        sd   x6, 48(sp)
        sd   x7, 56(sp)
        sd   x8, 64(sp)
        sd   x9, 72(sp)
        sd   x10, 80(sp)
        sd   x11, 88(sp)
        sd   x12, 96(sp)
        sd   x13, 104(sp)
        sd   x14, 112(sp)
        sd   x15, 120(sp)
        sd   x16, 128(sp)
        sd   x17, 136(sp)
        sd   x18, 144(sp)
        sd   x19, 152(sp)
        sd   x20, 160(sp)
        sd   x21, 168(sp)
        sd   x22, 176(sp)
        sd   x23, 184(sp)
        sd   x24, 192(sp)
        sd   x25, 200(sp)
        sd   x26, 208(sp)
        sd   x27, 216(sp)
        sd   x28, 224(sp)
        sd   x29, 232(sp)
        sd   x30, 240(sp)
        sd   x31, 248(sp)
        csrr t0, mcause
        li   t1, 2
        la   a1, trapped
        bne  t0, t1, wrong
        csrr s1, mepc
        lhu  t0, 0(s1)
        lhu  s2, 2(s1)
        slli s2, s2, 16
        or   s2, s2, t0                 # the instruction
        addi s1, s1, 4
        csrw mepc, s1
        srli t1, s2, 15                 # its rs1, and what is in it
        andi t1, t1, 31
        slli t2, t1, 3
        add  t2, t2, sp
        ld   s4, 0(t2)
        li   t0, 0xFE007FFF             # hfence.gvma rs1, rs2
        and  t0, t0, s2
        slli t0, t0, 32
        srli t0, t0, 32
        la   t2, fence_bits
        ld   t2, 0(t2)
        beq  t0, t2, fence
        srli t0, s2, 20
        andi t0, t0, -1
        li   t2, 0x680
        bne  t0, t2, wrong              # nothing else traps to here
        srli t0, s2, 12
        andi t0, t0, 7
        la   s5, hgatp_now
        ld   s6, 0(s5)
        srli t2, s2, 7                  # csrrw puts it there; whatever else it is gets what was there
        andi t2, t2, 31
        li   t3, 1
        bne  t0, t3, get
        sd   s4, 0(s5)
get:    beqz t2, back
        slli t2, t2, 3
        add  t2, t2, sp
        sd   s6, 0(t2)
        j    back
fence:  beqz t1, fenced                 # all of it
        li   t0, PLACE >> 12
        srli t2, s4, 10                 # an address without its last two bits
        bne  t0, t2, back
fenced: la   t0, fences
        ld   t1, 0(t0)
        addi t1, t1, 1
        sd   t1, 0(t0)
back:   ld   x1, 8(sp)
        ld   x3, 24(sp)
        ld   x4, 32(sp)
        ld   x5, 40(sp)
        ld   x6, 48(sp)
        ld   x7, 56(sp)
        ld   x8, 64(sp)
        ld   x9, 72(sp)
        ld   x10, 80(sp)
        ld   x11, 88(sp)
        ld   x12, 96(sp)
        ld   x13, 104(sp)
        ld   x14, 112(sp)
        ld   x15, 120(sp)
        ld   x16, 128(sp)
        ld   x17, 136(sp)
        ld   x18, 144(sp)
        ld   x19, 152(sp)
        ld   x20, 160(sp)
        ld   x21, 168(sp)
        ld   x22, 176(sp)
        ld   x23, 184(sp)
        ld   x24, 192(sp)
        ld   x25, 200(sp)
        ld   x26, 208(sp)
        ld   x27, 216(sp)
        ld   x28, 224(sp)
        ld   x29, 232(sp)
        ld   x30, 240(sp)
        ld   x31, 248(sp)
        csrrw sp, mscratch, sp
        mret

# ---------------------------------------------------------------- HS-mode: what the guest leaves for, or not
inspect:
        la   sp, stack_end
        csrw hedeleg, zero
        li   t0, -1
        csrw hcounteren, t0
        call nothing
        call DELEGATE
        csrr t0, hedeleg
        li   t1, 0xB100                 # calls of programs, page faults
        and  t0, t0, t1
        la   a1, delegated
        bne  t0, t1, wrong
        csrr t0, hcounteren
        andi t0, t0, 2
        la   a1, clock
        bnez t0, wrong

# Two roots at multiples of 16 KiB, that do not lie over each other, for two VMIDs.
        la   s0, first
        call nothing
        call SECOND_STAGE
        la   s0, second
        li   t0, 1
        sd   t0, NUMBER(s0)
        call nothing
        call SECOND_STAGE
        la   t0, first
        ld   a2, HGATP(t0)
        la   t0, second
        ld   a3, HGATP(t0)
        la   a1, mode
        srli t0, a2, 60
        addi t0, t0, -8
        bnez t0, wrong
        srli t0, a3, 60
        addi t0, t0, -8
        bnez t0, wrong
        la   a1, root
        or   t0, a2, a3
        andi t0, t0, 3
        bnez t0, wrong
        slli t0, a2, 20
        slli t1, a3, 20
        beq  t0, t1, wrong
        la   a1, vmid
        slli t0, a2, 6
        srli t0, t0, 50
        slli t1, a3, 6
        srli t1, t1, 50
        beq  t0, t1, wrong

# The first way in.
        la   s0, first
        li   t0, 8
        slli t0, t0, 60
        addi t0, t0, 0x123
        csrw vsatp, t0
        call nothing
        call FIRST_ENTRY
        la   a1, entered
        csrr t0, vsatp
        bnez t0, wrong
        csrr t0, hgatp
        ld   t1, HGATP(s0)
        bne  t0, t1, wrong
        ld   t0, HSTATUS(s0)
        andi t0, t0, 0x80
        beqz t0, wrong
        ld   t0, SSTATUS(s0)
        andi t0, t0, 0x100
        beqz t0, wrong

# Memory: an entry, a fence for it, and the guest does again what it did.
        li   t0, STANDS
        sd   t0, SEPC(s0)
        la   t0, PLACE + 0x678
        srli t0, t0, 2
        csrw htval, t0
        li   t0, 0x5679                 # the guest's own address has other bits, but for the last
        csrw stval, t0
        la   t0, fences
        sd   zero, 0(t0)
        la   t0, memory_done
        call next
        call nothing
        j    MEMORY_FAULT
memory_done:
        la   a1, memory
        bnez a0, wrong
        ld   t0, SEPC(s0)
        li   t1, STANDS
        bne  t0, t1, wrong
        ld   t0, HGATP(s0)
        slli t0, t0, 20
        srli t0, t0, 8
        li   t1, PLACE >> 30
        call entry
        la   t1, PLACE
        srli t1, t1, 21
        andi t1, t1, 511
        call entry
        la   t1, PLACE
        srli t1, t1, 12
        andi t1, t1, 511
        call entry
        la   t1, ITS_FRAME
        bne  t0, t1, wrong
        la   a1, unfenced
        la   t0, fences
        ld   t0, 0(t0)
        beqz t0, wrong

# A device: each line of the table is what htinst holds, whether that is unexpected, and the length of the instruction.
        la   s1, accesses
device: ld   t0, 0(s1)
        li   t1, -1
        beq  t0, t1, devices_done
        csrw htinst, t0
        li   t0, STANDS
        sd   t0, SEPC(s0)
        li   t0, 0x10000007 >> 2
        csrw htval, t0
        li   t0, 0xD003
        csrw stval, t0
        la   t0, at
        sd   s1, 0(t0)
        sd   zero, 0(s0)                # x0
        li   t0, 0xA5                   # x6, which is written
        sd   t0, 48(s0)
        sd   zero, 56(s0)               # x7, which is read
        la   t0, device_done
        call next
        call nothing
        j    MEMORY_FAULT
device_done:
        la   t0, at
        ld   s1, 0(t0)
        la   a1, access
        ld   t0, 8(s1)
        bne  a0, t0, wrong
        bnez a0, another
        ld   t0, SEPC(s0)
        li   t1, STANDS
        sub  t0, t0, t1
        ld   t1, 16(s1)
        bne  t0, t1, wrong
        ld   t0, 0(s0)
        bnez t0, wrong
        ld   t0, 56(s0)
        ld   t1, 24(s1)
        bne  t0, t1, wrong
        li   t0, UART
        lbu  t0, SCRATCH(t0)
        li   t1, 0xA5
        bne  t0, t1, wrong
another:
        addi s1, s1, 32
        j    device

# The clock, into a register, and into none.
devices_done:
        csrw vsatp, zero
        la   t0, asks
        sd   t0, SEPC(s0)
        la   t0, asked
        call next
        call nothing
        j    VIRTUAL_INSTRUCTION
asked:  la   a1, time_told
        bnez a0, wrong
        ld   t0, 72(s0)
        beqz t0, wrong
        la   t0, asks
        addi t0, t0, 4
        ld   t1, SEPC(s0)
        bne  t0, t1, wrong
        la   t0, asked_for_nothing
        call next
        call nothing
        j    VIRTUAL_INSTRUCTION
asked_for_nothing:
        la   a1, time_told
        bnez a0, wrong
        ld   t0, 0(s0)
        bnez t0, wrong
        la   t0, asks
        addi t0, t0, 8
        ld   t1, SEPC(s0)
        bne  t0, t1, wrong

        la   a0, right
        call print
        li   t1, 0x5555
        j    off
wrong:  mv   s1, a1
        la   a0, is_wrong
        call print
        mv   a0, s1
        call print
        li   t1, 0x13333
off:    li   t0, TEST
        sw   t1, 0(t0)
stop:   j    stop

# t0 becomes what entry t1 of table t0 leads to; it has V.
entry:  slli t1, t1, 3
        add  t0, t0, t1
        ld   t0, 0(t0)
        andi t1, t0, 1
        beqz t1, wrong
        srli t0, t0, 10
        slli t0, t0, 12
        ret

# Nothing of use is left in registers.
nothing:
        li   t0, 0
        li   t1, 0
        li   t2, 0
        li   t3, 0
        li   t4, 0
        li   t5, 0
        li   t6, 0
        li   a0, 0
        li   a1, 0
        li   a2, 0
        li   a3, 0
        li   a4, 0
        li   a5, 0
        li   a6, 0
        li   a7, 0
        li   s2, 0
        li   s3, 0
        li   s4, 0
        li   s5, 0
        li   s6, 0
        ret

# The routine that is jumped to leads to t0, with a0 0 if the guest goes on, 1 if what it did is unexpected.
next:   la   t1, leads_to
        sd   t0, 0(t1)
        la   t1, expects
        sd   s0, 0(t1)
        ret
unexpected:
        li   a0, 1
        j    on
resumed:
        li   a0, 0
on:     la   sp, stack_end
        la   a1, other_guest
        la   t0, expects
        ld   t0, 0(t0)
        bne  t0, s0, wrong
        la   t0, leads_to
        ld   t0, 0(t0)
        jr   t0

missing:
        la   a1, unwritten
        j    wrong

page:   la   t0, free
        ld   a0, 0(t0)
        li   t1, 4096
        add  t1, a0, t1
        sd   t1, 0(t0)
        li   t2, 0
        li   t3, 0
        ret

frame:  la   t0, PLACE
        la   t1, ITS_FRAME
        bne  a0, t0, elsewhere
        mv   a0, t1
        li   t2, 0
        li   t3, 0
        ret
elsewhere:
        la   a1, memory
        j    wrong

print:  li   t1, UART
next_character:
        lbu  t0, 0(a0)
        beqz t0, printed
        sb   t0, 0(t1)
        addi a0, a0, 1
        j    next_character
printed:
        ret

is_wrong: .asciz "wrong: "
right:  .asciz "all is as it should be\n"
trapped: .asciz "it traps, or has to do with hgatp in an unusual way\n"
delegated: .asciz "what hedeleg leaves to the guest\n"
clock:  .asciz "hcounteren: who may read the clock\n"
mode:   .asciz "the mode in HGATP\n"
root:   .asciz "the roots in HGATP\n"
vmid:   .asciz "two guests have one VMID\n"
entered: .asciz "hgatp, vsatp, HSTATUS or SSTATUS at the first entry\n"
memory: .asciz "how memory is given to the guest\n"
unfenced: .asciz "no hfence.gvma for the new entry\n"
access: .asciz "an access to the device: its kind, register, length\n"
time_told: .asciz "how the clock is read\n"
other_guest: .asciz "s0 is another guest\n"
unwritten: .asciz "an exercise is still to be written\n"

        .p2align 3
fence_bits: .quad 0x62000073
asks:   csrr s1, time
        csrr zero, time
# In htinst: what it was, without an offset. Bit 1 is 0 for instructions of two bytes.
accesses:
        .quad 0x00600023, 0, 4, 0       # sb x6
        .quad 0x00004383, 0, 4, 0xA5    # lbu x7
        .quad 0x00600021, 0, 2, 0       # sb x6, two bytes long
        .quad 0x00004381, 0, 2, 0xA5    # lbu x7, two bytes long
        .quad 0x00004003, 0, 4, 0       # lbu x0
        .quad 0, 1, 0, 0                # not told
        .quad 0x00005383, 1, 0, 0       # lhu x7
        .quad 0x00601023, 1, 0, 0       # sh x6
        .quad 0x006003AF, 1, 0, 0       # amoadd.b x7, x6
        .quad -1
hgatp_now: .quad 0
fences: .quad 0
at:     .quad 0
leads_to: .quad 0
expects: .quad 0
free:   .quad 0x82000000
saved:  .space 256
first:  .space 512
second: .space 512
        .space 1024
stack_end:

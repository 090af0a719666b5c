# A hypervisor by the H extension (RISC-V privileged architecture, chapter "H" Extension for Hypervisor Support, 1.0).
# machinery.asm calls these routines through the table, with the guest's record in s0. All registers but s0 and sp are
# theirs, and of routines that return, s1 stays as it is. What they call changes t0 to t3.

        .org 0x81010000

        .equ RESUME, 0x81000008         # jump here: goes on with the guest of s0
        .equ PAGE, 0x81000010           # call: a0 becomes the address of a page of zeros
        .equ FRAME, 0x81000018          # call: a0, a page of the guest's memory, becomes a frame with what is in it
        .equ MISSING, 0x81040000        # jump here: says that exercise a0 is still to be written, and ends
        .equ UNEXPECTED, 0x81040008     # jump here: says what happened, and ends

        .equ SEPC, 256                  # in a record; x1 is at 8, x31 at 248
        .equ SSTATUS, 264
        .equ HSTATUS, 272
        .equ HGATP, 280
        .equ VSATP, 288
        .equ VSSTATUS, 296
        .equ VSIE, 304
        .equ VSTVEC, 312
        .equ VSSCRATCH, 320
        .equ VSEPC, 328
        .equ VSCAUSE, 336
        .equ VSTVAL, 344
        .equ NUMBER, 360

        j    second_stage
        .p2align 3
        j    delegate
        .p2align 3
        j    first_entry
        .p2align 3
        j    memory_fault
        .p2align 3
        j    virtual_instruction
        .p2align 3
        j    world_switch
        .p2align 3
        .quad 1                         # guests; 2 for exercise 7

# ---------------------------------------------------------------- 1: what the guest need not leave for
# Which traps of the guest (hedeleg), which interrupts (hideleg) are its own? Which counters (hcounteren) may it read?
delegate:
        li   a0, 1
        j    MISSING

# ---------------------------------------------------------------- 2: a second stage of translation without entries
# What hgatp shall be for this guest, in HGATP of its record. Where is the root, how large is it, how must it lie?
second_stage:
        li   a0, 2
        j    MISSING

# ---------------------------------------------------------------- 3: the first way in
# HSTATUS and SSTATUS of the record, so that the sret in machinery.asm leads to VS-mode; hgatp and vsatp of the hart.
first_entry:
        li   a0, 3
        j    MISSING

# ---------------------------------------------------------------- 4: the guest's memory, page by page
# Which address was it? From 0x80200000 up to 0x80400000 there is memory: get a frame, enter it, and let the guest do
# again what it did. What lies elsewhere is a device.
memory_fault:
        li   a0, 4
        j    MISSING

# ---------------------------------------------------------------- 5: a device
# The guest's UART, eight bytes from 0x10000000 on, is the board's. Do what the guest wanted of it, and have it go on
# behind. What else it does is unexpected.
device:
        li   a0, 5
        j    MISSING

# t1 becomes where the record keeps the register whose number its lowest bits are.
register:
        andi t1, t1, 31
        slli t1, t1, 3
        add  t1, t1, s0
        ret

# ---------------------------------------------------------------- 6: an instruction that is not for guests
# Reading the clock: csrr rd, time. Which instruction it was stands where the guest stands.
virtual_instruction:
        li   a0, 6
        j    MISSING

# ---------------------------------------------------------------- 7: from the guest of s2 to that of s0
# Everything that the hart has only once, in the right order.
world_switch:
        li   a0, 7
        j    MISSING

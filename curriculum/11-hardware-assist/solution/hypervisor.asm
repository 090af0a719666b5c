# A hypervisor by the H extension (RISC-V privileged architecture, chapter "H" Extension for Hypervisor Support, 1.0).
# machinery.asm calls these routines through the table, with the guest's record in s0. All registers but s0 and sp are
# theirs, and of routines that return, s1 stays as it is. What they call changes t0 to t3.

        .org 0x81010000

        .equ RESUME, 0x81000008         # jump here: goes on with the guest of s0
        .equ PAGE, 0x81000010           # call: a0 becomes the address of a page of zeros
        .equ FRAME, 0x81000018          # call: a0, a page of the guest's memory, becomes a frame with what is in it
        # gap
        # instead
        # .equ MISSING, 0x81040000        # jump here: says that exercise a0 is still to be written, and ends
        # end gap
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
        # gap
        .quad 2                         # guests
        # instead
        # .quad 1                         # guests; 2 for exercise 7
        # end gap

# ---------------------------------------------------------------- 1: what the guest need not leave for
# gap
# Its own traps go to itself: misaligned fetches, breakpoints, calls of its programs, and its own page faults. So do the
# interrupts that are meant for it, though none comes here. Its clock is not the hart's.
# instead
# # Which traps of the guest (hedeleg), which interrupts (hideleg) are its own? Which counters (hcounteren) may it read?
# end gap
delegate:
        # gap
        li   t0, 0xB109                 # 0, 3, 8, 12, 13, 15
        csrw hedeleg, t0
        li   t0, 0x444                  # VSSI, VSTI, VSEI
        csrw hideleg, t0
        csrw hcounteren, zero
        ret
        # instead
        # li   a0, 1
        # j    MISSING
        # end gap

# ---------------------------------------------------------------- 2: a second stage of translation without entries
# gap
# Sv39x4: the root has 2048 entries, so it takes 16 KiB, and starts at a multiple of as much.
# instead
# # What hgatp shall be for this guest, in HGATP of its record. Where is the root, how large is it, how must it lie?
# end gap
second_stage:
        # gap
        la   t0, roots
        ld   t1, NUMBER(s0)
        slli t2, t1, 14
        add  t0, t0, t2
        srli t0, t0, 12
        addi t1, t1, 1                  # VMID
        slli t1, t1, 44
        or   t0, t0, t1
        li   t1, 8                      # mode
        slli t1, t1, 60
        or   t0, t0, t1
        sd   t0, HGATP(s0)
        ret
        # instead
        # li   a0, 2
        # j    MISSING
        # end gap

# ---------------------------------------------------------------- 3: the first way in
# gap
# SRET goes to where SPV and SPP say: a guest, in its supervisor mode.
# instead
# # HSTATUS and SSTATUS of the record, so that the sret in machinery.asm leads to VS-mode; hgatp and vsatp of the hart.
# end gap
first_entry:
        # gap
        li   t0, 0x80                   # SPV
        sd   t0, HSTATUS(s0)
        li   t0, 0x100                  # SPP
        sd   t0, SSTATUS(s0)
        ld   t0, HGATP(s0)
        csrw hgatp, t0
        csrw vsatp, zero
        hfence.gvma zero, zero
        ret
        # instead
        # li   a0, 3
        # j    MISSING
        # end gap

# ---------------------------------------------------------------- 4: the guest's memory, page by page
# gap
# instead
# # Which address was it? From 0x80200000 up to 0x80400000 there is memory: get a frame, enter it, and let the guest do
# # again what it did. What lies elsewhere is a device.
# end gap
memory_fault:
        # gap
        csrr s2, htval                  # the address that the guest takes for physical, without the last two bits,
        slli s2, s2, 2
        csrr t0, stval                  # which are those of the virtual one
        andi t0, t0, 3
        or   s2, s2, t0
        la   t0, 0x80200000
        bltu s2, t0, device
        la   t0, 0x80400000
        bgeu s2, t0, device
        srli a0, s2, 12
        slli a0, a0, 12
        call FRAME
        srli a0, a0, 2
        ori  s3, a0, 0xDF               # D A U X W R V: all of a guest's accesses count as a user's
        ld   t0, HGATP(s0)
        slli t0, t0, 20                 # the root, without mode and VMID
        srli s4, t0, 8
        srli t0, s2, 30                 # 11 bits of the address
        call next_table
        srli t0, s2, 21
        andi t0, t0, 511
        call next_table
        srli t0, s2, 12
        andi t0, t0, 511
        slli t0, t0, 3
        add  t0, t0, s4
        sd   s3, 0(t0)
        srli t0, s2, 2
        hfence.gvma t0, zero
        j    RESUME

# s4 becomes the table that entry t0 of table s4 leads to, made if there is none.
next_table:
        mv   s5, ra
        slli t0, t0, 3
        add  s6, s4, t0
        ld   t1, 0(s6)
        bnez t1, known
        call PAGE
        srli t1, a0, 2
        ori  t1, t1, 1
        sd   t1, 0(s6)
known:  srli t1, t1, 10
        slli s4, t1, 12
        jr   s5
        # instead
        # li   a0, 4
        # j    MISSING
        # end gap

# ---------------------------------------------------------------- 5: a device
# gap
# The guest's UART is the board's. htinst says what the guest wanted of it, without an offset; only bytes are known here.
device: la   t0, 0x10000000
        bltu s2, t0, unknown
        la   t0, 0x10000008
        bgeu s2, t0, unknown
        csrr t0, htinst
        andi t1, t0, 1                  # 0: not told, or an access to the guest's tables
        beqz t1, unknown
        srli t1, t0, 12
        andi t1, t1, 3
        bnez t1, unknown
        andi t1, t0, 0x5C               # a load or a store of whole registers, and not an atomic one
        bnez t1, unknown
        andi t1, t0, 0x20
        bnez t1, store
        lbu  t2, 0(s2)
        srli t1, t0, 7
        call register
        beq  t1, s0, done               # x0 stays 0
        sd   t2, 0(t1)
        j    done
store:  srli t1, t0, 20
        call register
        lbu  t2, 0(t1)
        sb   t2, 0(s2)
done:   srli t0, t0, 1                  # 1: four bytes long, 0: two
        andi t0, t0, 1
        addi t0, t0, 1
        slli t0, t0, 1
skip:   ld   t1, SEPC(s0)
        add  t1, t1, t0
        sd   t1, SEPC(s0)
        j    RESUME
unknown:
        j    UNEXPECTED
# instead
# # The guest's UART, eight bytes from 0x10000000 on, is the board's. Do what the guest wanted of it, and have it go on
# # behind. What else it does is unexpected.
# device:
#         li   a0, 5
#         j    MISSING
# end gap

# t1 becomes where the record keeps the register whose number its lowest bits are.
register:
        andi t1, t1, 31
        slli t1, t1, 3
        add  t1, t1, s0
        ret

# ---------------------------------------------------------------- 6: an instruction that is not for guests
# gap
# Here reading the clock: csrr rd, time. stval does not tell the instruction, so it is fetched as the guest would fetch it.
# instead
# # Reading the clock: csrr rd, time. Which instruction it was stands where the guest stands.
# end gap
virtual_instruction:
        # gap
        ld   t0, SEPC(s0)
        addi t1, t0, 2
        hlvx.hu t0, (t0)
        hlvx.hu t1, (t1)
        slli t1, t1, 16
        or   t0, t0, t1
        srli t1, t0, 20
        li   t2, 0xC01
        bne  t1, t2, unknown
        csrr t2, time
        srli t1, t0, 7
        call register
        li   t0, 4
        beq  t1, s0, skip
        sd   t2, 0(t1)
        j    skip
        # instead
        # li   a0, 6
        # j    MISSING
        # end gap

# ---------------------------------------------------------------- 7: from the guest of s2 to that of s0
# gap
# While hgatp is already the other's, nothing may be looked up in the one's tables: so vsatp is 0 meanwhile.
# instead
# # Everything that the hart has only once, in the right order.
# end gap
world_switch:
        # gap
        csrr t0, vsatp
        sd   t0, VSATP(s2)
        csrr t0, vsstatus
        sd   t0, VSSTATUS(s2)
        csrr t0, vsie
        sd   t0, VSIE(s2)
        csrr t0, vstvec
        sd   t0, VSTVEC(s2)
        csrr t0, vsscratch
        sd   t0, VSSCRATCH(s2)
        csrr t0, vsepc
        sd   t0, VSEPC(s2)
        csrr t0, vscause
        sd   t0, VSCAUSE(s2)
        csrr t0, vstval
        sd   t0, VSTVAL(s2)
        csrw vsatp, zero
        ld   t0, HGATP(s0)
        csrw hgatp, t0
        ld   t0, VSSTATUS(s0)
        csrw vsstatus, t0
        ld   t0, VSIE(s0)
        csrw vsie, t0
        ld   t0, VSTVEC(s0)
        csrw vstvec, t0
        ld   t0, VSSCRATCH(s0)
        csrw vsscratch, t0
        ld   t0, VSEPC(s0)
        csrw vsepc, t0
        ld   t0, VSCAUSE(s0)
        csrw vscause, t0
        ld   t0, VSTVAL(s0)
        csrw vstval, t0
        ld   t0, VSATP(s0)
        csrw vsatp, t0
        ret

        .p2align 14
roots:  .space 16384 * 2
        # instead
        # li   a0, 7
        # j    MISSING
        # end gap

# The firmware of a RISC-V machine: the Supervisor Binary Interface 2.0 with its extensions BASE, TIME, IPI, RFENCE,
# HSM, SRST and DBCN ("RISC-V Supervisor Binary Interface Specification", version 2.0). It runs in machine mode, finds
# its devices in the device tree, and hands over to the program that 'load:' names, in supervisor mode.
#
# A hart that traps into it finds the address of its own record in mscratch. Only the registers that are saved there
# are used after a hart has entered supervisor mode: ra, t0-t6, s0, s1, a0-a7. sp points at the record.

        .org 0x80000000
        .entry start

        .equ FIRMWARE, 0x80000000       # this file takes 64 KiB, which a lower mode cannot reach
        .equ FIRMWARE_SIZE, 0x10000
        .equ MOST_HARTS, 64

# ---------------------------------------------------------------- the record of a hart
        .equ SAVED_RA, 0
        .equ SAVED_T0, 8
        .equ SAVED_T1, 16
        .equ SAVED_T2, 24
        .equ SAVED_S0, 32
        .equ SAVED_S1, 40
        .equ SAVED_A0, 48
        .equ SAVED_A1, 56
        .equ SAVED_A2, 64
        .equ SAVED_A3, 72
        .equ SAVED_A4, 80
        .equ SAVED_A5, 88
        .equ SAVED_A6, 96
        .equ SAVED_A7, 104
        .equ SAVED_T3, 112
        .equ SAVED_T4, 120
        .equ SAVED_T5, 128
        .equ SAVED_T6, 136
        .equ SAVED_SP, 144
        .equ NUMBER, 152                # mhartid
        .equ STATE, 160                 # a word: the HSM state plus 1; 0 if there is no such hart
        .equ START, 168                 # where the hart starts in supervisor mode
        .equ OPAQUE, 176                # what it finds in a1 then
        .equ REQUESTS, 184              # a word: what other harts ask for, bit by bit
        .equ SERVING, 188               # a word: 1 while it does what was asked for
        .equ RECORD_SHIFT, 8            # a record has 256 bytes

        .equ STARTED, 1                 # chapter 9, table 9, plus 1
        .equ STOPPED, 2
        .equ START_PENDING, 3
        .equ SUSPENDED, 5

        .equ WANT_IPI, 1
        .equ WANT_FENCE_I, 2
        .equ WANT_SFENCE, 4

# ---------------------------------------------------------------- what calls return (chapter 3, table 1)
        .equ SUCCESS, 0
        .equ NOT_SUPPORTED, -2
        .equ INVALID_PARAM, -3
        .equ ALREADY_AVAILABLE, -6

# ---------------------------------------------------------------- CSRs that not every variant has, by number
        .equ STIMECMP, 0x14D
        .equ MENVCFG, 0x30A
        .equ PMPCFG0, 0x3A0
        .equ PMPADDR0, 0x3B0
        .equ PMPADDR1, 0x3B1

# ---------------------------------------------------------------- power-on: a0 = hart, a1 = device tree, a2 = next stage
start:  csrw mie, zero
        mv   s2, a0
        mv   s3, a1
        mv   s4, a2
        li   t0, MOST_HARTS
        bgeu s2, t0, asleep
        la   sp, records
        slli t0, s2, RECORD_SHIFT
        add  sp, sp, t0
        sd   s2, NUMBER(sp)
        csrw mscratch, sp
        call protect
        call count
        li   t0, 0xF0B5FF               # all exceptions but calls from supervisor and machine mode
        csrw medeleg, t0
        li   t0, 0x222                  # software, timer and external interrupts of supervisor mode
        csrw mideleg, t0
        la   t0, trap
        csrw mtvec, t0
        li   t0, STOPPED
        sw   t0, STATE(sp)
        la   t0, taken                  # the first hart that comes here boots
        li   t1, 1
        amoswap.w.aq t1, t1, (t0)
        bnez t1, park
        call scan
        beqz s4, asleep                 # there is nothing to start
        li   t0, STARTED
        sw   t0, STATE(sp)
        mv   a0, s2
        mv   a1, s3
        ld   t0, 16(s4)                 # fw_dynamic_info: the next stage's address
        j    enter

asleep: wfi
        j    asleep

# Keeps lower modes out of this firmware and lets them reach everything else. Without PMP the first write traps to 'open'.
protect: la  t0, open
        csrw mtvec, t0
        li   t0, 0x1FFF                 # 64 KiB, naturally aligned, from FIRMWARE on
        li   t1, FIRMWARE >> 2
        or   t0, t0, t1
        csrw PMPADDR0, t0
        li   t0, -1
        csrw PMPADDR1, t0
        li   t0, 0x1F18                 # region 0: nothing; region 1: read, write, execute
        csrw PMPCFG0, t0
        ret
        .align 2
open:   ret

# Lets lower modes read time and count, has them set their timer and manage caches themselves where there is Sstc, Zicbom
# or Zicboz, and the hardware set A and D bits where there is Svadu. Without menvcfg the write traps to 'plain'.
count:  li   t0, 7
        csrw mcounteren, t0
        csrw scounteren, t0             # Linux leaves this to the firmware, and its programs read the time
        csrw mcountinhibit, zero
        la   t0, plain
        csrw mtvec, t0
        li   t0, 5
        slli t0, t0, 61                 # STCE, ADUE
        ori  t0, t0, 0xD0               # CBZE, CBCFE, CBIE: an invalidation flushes
        csrw MENVCFG, t0
        csrr t0, MENVCFG
        srli t0, t0, 63
        la   t1, timers
        sb   t0, 0(t1)
        ret
        .align 2
plain:  ret

# ---------------------------------------------------------------- the device tree at s3 (Devicetree Specification, chapter 5)
# Finds the devices of 'kinds'; their registers' address must have two cells. It is over before supervisor mode begins,
# so it may use all registers: s5 = next token, s6 = names, s7 and s8 = 'compatible' of the node and its length,
# s9 = its 'reg', s10 = its 'reg-shift'.
scan:   mv   s11, ra
        beqz s3, no_tree
        mv   a0, s3
        call number
        la   t0, magic
        lwu  t0, 0(t0)
        bne  a0, t0, no_tree
        addi a0, s3, 8
        call number
        add  s5, s3, a0
        addi a0, s3, 12
        call number
        add  s6, s3, a0
        li   s7, 0
token:  mv   a0, s5
        call number
        addi s5, s5, 4
        li   t0, 1
        beq  a0, t0, begin
        li   t0, 2
        beq  a0, t0, finish
        li   t0, 3
        beq  a0, t0, property
        li   t0, 4
        beq  a0, t0, token
no_tree: jr  s11

begin:  call found
        li   s7, 0
        li   s9, 0
        li   s10, 0
name:   lbu  t0, 0(s5)
        addi s5, s5, 1
        bnez t0, name
        j    aligned
finish: call found
        li   s7, 0
        j    token
aligned: addi s5, s5, 3
        andi s5, s5, -4
        j    token

property: mv a0, s5
        call number
        mv   a5, a0                     # its length
        addi a0, s5, 4
        call number
        add  a4, s6, a0                 # its name
        addi s5, s5, 8
        mv   a0, a4
        la   a1, compatible
        call same
        beqz a0, is_reg
        mv   s7, s5
        mv   s8, a5
is_reg: mv   a0, a4
        la   a1, reg
        call same
        beqz a0, is_shift
        mv   s9, s5
is_shift: mv a0, a4
        la   a1, reg_shift
        call same
        beqz a0, next_property
        mv   a0, s5
        call number
        mv   s10, a0
next_property: add s5, s5, a5
        j    aligned

# A node's properties are complete: if it is of a kind we know, and the first of it, its address is kept.
found:  mv   s1, ra
        beqz s7, leave_node
        beqz s9, leave_node
        mv   a2, s7
kind:   sub  t0, a2, s7
        bgeu t0, s8, leave_node
        la   a3, kinds
try:    ld   a1, 0(a3)
        beqz a1, next_kind
        mv   a0, a2
        call same
        bnez a0, known
        addi a3, a3, 16
        j    try
next_kind: lbu t0, 0(a2)
        addi a2, a2, 1
        bnez t0, next_kind
        j    kind
known:  ld   t2, 8(a3)
        ld   t0, 0(t2)
        bnez t0, leave_node
        mv   a0, s9
        call number
        slli t3, a0, 32
        addi a0, s9, 4
        call number
        or   t3, t3, a0
        sd   t3, 0(t2)
        sd   s10, 8(t2)
leave_node: jr s1

# a0 = the big-endian word at a0; changes t0 and t1.
number: lbu  t0, 0(a0)
        lbu  t1, 1(a0)
        slli t0, t0, 8
        or   t0, t0, t1
        lbu  t1, 2(a0)
        slli t0, t0, 8
        or   t0, t0, t1
        lbu  t1, 3(a0)
        slli t0, t0, 8
        or   a0, t0, t1
        ret

# a0 = whether the strings at a0 and a1 are equal; changes a1, t0 and t1.
same:   lbu  t0, 0(a0)
        lbu  t1, 0(a1)
        bne  t0, t1, differ
        addi a0, a0, 1
        addi a1, a1, 1
        bnez t0, same
        li   a0, 1
        ret
differ: li   a0, 0
        ret

# ---------------------------------------------------------------- harts that sleep and start
# Waits until somebody starts this hart (HSM).
park:   li   t0, 8                      # software interrupts wake it; as MIE is off, none is taken
        csrw mie, t0
        csrci mstatus, 8
parked: lw   t0, STATE(sp)
        li   t1, START_PENDING
        beq  t0, t1, woken
        la   t1, clint
        ld   t1, 0(t1)
        beqz t1, parked                 # the hart that boots has not found it yet
        wfi
        call serve
        j    parked
woken:  fence rw, rw
        li   t0, STARTED
        sw   t0, STATE(sp)
        ld   a0, NUMBER(sp)
        ld   a1, OPAQUE(sp)
        ld   t0, START(sp)
# Enters supervisor mode at t0, with a0 and a1, paging and interrupts off.
enter:  csrw mepc, t0
        li   t0, 8
        csrw mie, t0
        csrw satp, zero
        csrci sstatus, 2
        li   t0, 0x22                   # what is still pending is not meant for who starts now
        csrc mip, t0
        li   t0, 0x1800                 # MPP: supervisor mode
        csrc mstatus, t0
        li   t0, 0x800
        csrs mstatus, t0
        csrw mscratch, sp
        fence.i
        sfence.vma zero, zero
        mret

# ---------------------------------------------------------------- traps
        .align 2
trap:   csrrw sp, mscratch, sp
        sd   ra, SAVED_RA(sp)
        sd   t0, SAVED_T0(sp)
        sd   t1, SAVED_T1(sp)
        sd   t2, SAVED_T2(sp)
        sd   s0, SAVED_S0(sp)
        sd   s1, SAVED_S1(sp)
        sd   a0, SAVED_A0(sp)
        sd   a1, SAVED_A1(sp)
        sd   a2, SAVED_A2(sp)
        sd   a3, SAVED_A3(sp)
        sd   a4, SAVED_A4(sp)
        sd   a5, SAVED_A5(sp)
        sd   a6, SAVED_A6(sp)
        sd   a7, SAVED_A7(sp)
        sd   t3, SAVED_T3(sp)
        sd   t4, SAVED_T4(sp)
        sd   t5, SAVED_T5(sp)
        sd   t6, SAVED_T6(sp)
        csrr t0, mscratch
        sd   t0, SAVED_SP(sp)
        csrr t0, mcause
        bltz t0, interrupt
        li   t1, 9                      # a call from supervisor mode
        beq  t0, t1, ecall

# Whatever else comes here is for supervisor mode, as if it had been delegated (Privileged ISA, section 3.1.6.1).
        csrw scause, t0
        csrr t0, mepc
        csrw sepc, t0
        csrr t0, mtval
        csrw stval, t0
        csrr t0, mstatus
        srli t1, t0, 3                  # SPP = MPP
        andi t1, t1, 0x100
        andi t2, t0, 2                  # SPIE = SIE
        slli t2, t2, 4
        or   t1, t1, t2
        li   t2, 0x1922                 # MPP, SPP, SPIE and SIE anew
        not  t2, t2
        and  t0, t0, t2
        or   t0, t0, t1
        li   t1, 0x800
        or   t0, t0, t1
        csrw mstatus, t0
        csrr t0, stvec
        andi t0, t0, -4
        csrw mepc, t0

resume: ld   ra, SAVED_RA(sp)
        ld   t0, SAVED_T0(sp)
        ld   t1, SAVED_T1(sp)
        ld   t2, SAVED_T2(sp)
        ld   s0, SAVED_S0(sp)
        ld   s1, SAVED_S1(sp)
        ld   a0, SAVED_A0(sp)
        ld   a1, SAVED_A1(sp)
        ld   a2, SAVED_A2(sp)
        ld   a3, SAVED_A3(sp)
        ld   a4, SAVED_A4(sp)
        ld   a5, SAVED_A5(sp)
        ld   a6, SAVED_A6(sp)
        ld   a7, SAVED_A7(sp)
        ld   t3, SAVED_T3(sp)
        ld   t4, SAVED_T4(sp)
        ld   t5, SAVED_T5(sp)
        ld   t6, SAVED_T6(sp)
        csrw mscratch, sp
        ld   sp, SAVED_SP(sp)
        mret

interrupt: andi t0, t0, 15
        li   t1, 7
        beq  t0, t1, tick
        la   ra, resume
        j    serve
# The machine's timer: it is the supervisor's from here on, and rests until the next call.
tick:   li   t0, 0x80
        csrc mie, t0
        li   t0, 0x20
        csrs mip, t0
        j    resume

# ---------------------------------------------------------------- what harts ask of each other
# Does what other harts asked of this one; changes t0 to t2.
serve:  mv   t2, ra
        call lower
        mv   ra, t2
        li   t0, 1
        sw   t0, SERVING(sp)
        fence rw, rw
        addi t0, sp, REQUESTS
        amoswap.w.aqrl t0, zero, (t0)
        andi t1, t0, WANT_IPI
        beqz t1, no_ipi
        csrsi mip, 2
no_ipi: andi t1, t0, WANT_FENCE_I
        beqz t1, no_fence_i
        fence.i
no_fence_i: andi t1, t0, WANT_SFENCE
        beqz t1, no_sfence
        sfence.vma zero, zero
no_sfence: fence rw, rw
        sw   zero, SERVING(sp)
        ret

# Lowers this hart's software interrupt; changes t0 and t1.
lower:  la   t0, clint
        ld   t0, 0(t0)
        ld   t1, NUMBER(sp)
        slli t1, t1, 2
        add  t0, t0, t1
        sw   zero, 0(t0)
        ret

# Asks s1 of the harts that a0 names, counted from a1 on, or of all if a1 is -1. a0 = an error; changes t0 to t6.
ask:    li   t6, 0                      # whether a hart that is not there is no mistake
        li   t0, -1
        bne  a1, t0, ask_next
        li   a0, -1
        li   a1, 0
        li   t6, 1
ask_next: beqz a0, asked
        andi t0, a0, 1
        beqz t0, ask_skip
        li   t0, MOST_HARTS
        bgeu a1, t0, ask_absent
        la   t1, records
        slli t0, a1, RECORD_SHIFT
        add  t1, t1, t0
        lw   t2, STATE(t1)
        beqz t2, ask_absent
        li   t0, STOPPED
        beq  t2, t0, ask_skip
        addi t1, t1, REQUESTS
        amoor.w.aqrl zero, s1, (t1)
        la   t0, clint
        ld   t0, 0(t0)
        slli t1, a1, 2
        add  t0, t0, t1
        li   t1, 1
        sw   t1, 0(t0)
ask_skip: srli a0, a0, 1
        addi a1, a1, 1
        j    ask_next
ask_absent: bnez t6, ask_skip
        li   a0, INVALID_PARAM
        ret
asked:  li   a0, SUCCESS
        ret

# Waits until every hart has done what s1 asked for. Meanwhile this one does what others ask of it, or two would wait for
# each other. Changes t0 to t5.
await:  mv   t5, ra
        la   t3, records
        li   t4, MOST_HARTS
await_hart: lw t0, REQUESTS(t3)
        and  t0, t0, s1
        lw   t1, SERVING(t3)
        or   t0, t0, t1
        beqz t0, await_next
        call serve
        j    await_hart
await_next: addi t3, t3, 1 << RECORD_SHIFT
        addi t4, t4, -1
        bnez t4, await_hart
        jr   t5

# ---------------------------------------------------------------- calls: a7 = extension, a6 = function, a0 to a5
ecall:  csrr t0, mepc
        addi t0, t0, 4
        csrw mepc, t0
        la   ra, answer
        li   t0, 0x10
        beq  a7, t0, base
        li   t0, 0x54494D45
        beq  a7, t0, time_
        li   t0, 0x735049
        beq  a7, t0, ipi
        li   t0, 0x52464E43
        beq  a7, t0, rfence
        li   t0, 0x48534D
        beq  a7, t0, hsm
        li   t0, 0x53525354
        beq  a7, t0, srst
        li   t0, 0x4442434E
        beq  a7, t0, dbcn
unsupported: li a0, NOT_SUPPORTED
        li   a1, 0
        ret
succeed: li  a0, SUCCESS
        ret
succeed_0: li a0, SUCCESS
        li   a1, 0
        ret
invalid: li  a0, INVALID_PARAM
        li   a1, 0
        ret
answer: sd   a0, SAVED_A0(sp)
        sd   a1, SAVED_A1(sp)
        j    resume

# ---------------------------------------------------------------- BASE, chapter 4
base:   li   t0, 3
        beq  a6, t0, probe
        li   a1, 0x2000000              # version 2.0
        beqz a6, succeed
        li   t0, 1
        li   a1, 0x766D6B               # not a registered implementation
        beq  a6, t0, succeed
        li   t0, 2
        li   a1, 1
        beq  a6, t0, succeed
        li   t0, 4
        csrr a1, mvendorid
        beq  a6, t0, succeed
        li   t0, 5
        csrr a1, marchid
        beq  a6, t0, succeed
        li   t0, 6
        csrr a1, mimpid
        beq  a6, t0, succeed
        j    unsupported
probe:  la   t0, extensions
        li   a1, 0
probe_next: ld t1, 0(t0)
        beqz t1, succeed
        beq  t1, a0, probe_device
        addi t0, t0, 16
        j    probe_next
# An extension is there if the device that it needs is.
probe_device: ld t0, 8(t0)
        ld   t0, 0(t0)
        snez a1, t0
        j    succeed

# ---------------------------------------------------------------- TIME, chapter 6
time_:  bnez a6, unsupported
        li   t0, 0x20                   # STIP
        la   t1, timers
        lbu  t1, 0(t1)
        beqz t1, by_clint
        csrw STIMECMP, a0
        j    succeed_0
by_clint: la t1, clint
        ld   t1, 0(t1)
        beqz t1, unsupported
        ld   t2, NUMBER(sp)
        slli t2, t2, 3
        add  t1, t1, t2
        li   t2, 0x4000
        add  t1, t1, t2
        sd   a0, 0(t1)
        csrc mip, t0
        li   t0, 0x80
        csrs mie, t0
        j    succeed_0

# ---------------------------------------------------------------- IPI, chapter 7
ipi:    bnez a6, unsupported
        li   s1, WANT_IPI
        la   t0, clint
        ld   t0, 0(t0)
        beqz t0, unsupported
        mv   s0, ra
        call ask
        li   a1, 0
        jr   s0

# ---------------------------------------------------------------- RFENCE, chapter 8: whatever it names, all is flushed
rfence: li   s1, WANT_FENCE_I
        beqz a6, flush
        li   s1, WANT_SFENCE
        li   t0, 3
        bgeu a6, t0, unsupported        # those of guests need the hypervisor extension
flush:  la   t0, clint
        ld   t0, 0(t0)
        beqz t0, unsupported
        mv   s0, ra
        call ask
        bnez a0, flush_failed
        call await
        li   a0, SUCCESS
flush_failed: li a1, 0
        jr   s0

# ---------------------------------------------------------------- HSM, chapter 9
hsm:    li   t0, 1
        beq  a6, t0, hart_stop
        li   t0, 3
        beq  a6, t0, hart_suspend
        bgtu a6, t0, unsupported
        li   t0, MOST_HARTS             # the others name a hart
        bgeu a0, t0, invalid
        la   t1, records
        slli t0, a0, RECORD_SHIFT
        add  t1, t1, t0
        lw   t2, STATE(t1)
        beqz t2, invalid
        beqz a6, hart_start
        andi a1, t2, 15                 # hart_get_status
        addi a1, a1, -1
        j    succeed

hart_start: la t0, clint
        ld   t0, 0(t0)
        beqz t0, unsupported
        addi t3, t1, STATE
claim:  lr.w.aq t2, (t3)
        li   t4, STOPPED
        bne  t2, t4, not_stopped
        li   t4, START_PENDING + 16     # it is ours, but does not start before all is there
        sc.w.rl t4, t4, (t3)
        bnez t4, claim
        sd   a1, START(t1)
        sd   a2, OPAQUE(t1)
        fence rw, rw
        li   t4, START_PENDING
        sw   t4, 0(t3)
        slli t2, a0, 2
        add  t0, t0, t2
        li   t2, 1
        sw   t2, 0(t0)
        j    succeed_0
not_stopped: li a0, ALREADY_AVAILABLE
        li   a1, 0
        ret

hart_stop: li t0, STOPPED
        sw   t0, STATE(sp)
        j    park

hart_suspend: beqz a0, retentive
        li   t0, 1
        slli t0, t0, 31
        bne  a0, t0, invalid
        li   t0, SUSPENDED
        sw   t0, STATE(sp)
        mv   s0, a1
        mv   s1, a2
        wfi
        li   t0, STARTED
        sw   t0, STATE(sp)
        ld   a0, NUMBER(sp)
        mv   a1, s1
        mv   t0, s0
        j    enter
retentive: li t0, SUSPENDED
        sw   t0, STATE(sp)
        wfi
        li   t0, STARTED
        sw   t0, STATE(sp)
        j    succeed_0

# ---------------------------------------------------------------- SRST, chapter 10: the test finisher's codes
srst:   bnez a6, unsupported
        la   t0, finisher
        ld   t0, 0(t0)
        beqz t0, unsupported
        li   t1, 2
        bgtu a0, t1, invalid
        li   t1, 0x7777
        bnez a0, end
        li   t1, 0x5555
        beqz a1, end
        li   t1, 0x13333                # for no good reason: fail with code 1
end:    sw   t1, 0(t0)
ended:  wfi
        j    ended

# ---------------------------------------------------------------- DBCN, chapter 12
dbcn:   la   t0, uart
        ld   t5, 0(t0)
        beqz t5, unsupported
        ld   t6, 8(t0)
        li   t0, 5
        sll  t6, t0, t6
        add  t6, t5, t6                 # the line status register
        li   t0, 2
        beq  a6, t0, write_byte
        bgtu a6, t0, unsupported
        bnez a2, invalid                # no memory there
        add  t0, a1, a0
        bltu t0, a1, invalid
        la   t1, start                  # and none of this firmware's
        li   t2, FIRMWARE_SIZE
        add  t2, t1, t2
        bgeu a1, t2, apart
        bgtu t0, t1, invalid
apart:  mv   a3, a0
        li   a4, 0                      # bytes done
        csrr t3, mepc                   # a trap at a byte that is not there would change them
        csrr t4, mstatus
        la   t0, bad_memory
        csrw mtvec, t0
        bnez a6, read
write:  beq  a4, a3, copied
        add  t0, a1, a4
        lbu  t0, 0(t0)
write_wait: lbu t1, 0(t6)
        andi t1, t1, 0x20
        beqz t1, write_wait
        sb   t0, 0(t5)
        addi a4, a4, 1
        j    write
read:   beq  a4, a3, copied
        lbu  t1, 0(t6)
        andi t1, t1, 1
        beqz t1, copied
        add  t0, a1, a4
        lbu  t1, 0(t0)                  # only if it can be kept it may be taken
        sb   t1, 0(t0)
        lbu  t1, 0(t5)
        sb   t1, 0(t0)
        addi a4, a4, 1
        j    read
copied: la   t0, trap
        csrw mtvec, t0
        mv   a1, a4
        j    succeed
        .align 2
bad_memory: la t0, trap
        csrw mtvec, t0
        csrw mepc, t3
        csrw mstatus, t4
        j    invalid
write_byte: lbu t1, 0(t6)
        andi t1, t1, 0x20
        beqz t1, write_byte
        sb   a0, 0(t5)
        j    succeed_0

# ---------------------------------------------------------------- what is found at the start
        .align 3
magic:  .int32 0xD00DFEED, 0
taken:  .dword 0
timers: .dword 0                        # whether supervisor mode sets its own timer
clint:  .dword 0, 0                     # addresses, each with the reg-shift beside it
uart:   .dword 0, 0
finisher: .dword 0, 0
always: .dword 1
kinds:  .dword kind_uart, uart
        .dword kind_clint, clint
        .dword kind_clint0, clint
        .dword kind_test1, finisher
        .dword kind_test0, finisher
        .dword 0
extensions: .dword 0x10, always
        .dword 0x54494D45, always
        .dword 0x735049, clint
        .dword 0x52464E43, clint
        .dword 0x48534D, always
        .dword 0x53525354, finisher
        .dword 0x4442434E, uart
        .dword 0
kind_uart: .asciz "ns16550a"
kind_clint: .asciz "riscv,clint0"
kind_clint0: .asciz "sifive,clint0"
kind_test1: .asciz "sifive,test1"
kind_test0: .asciz "sifive,test0"
compatible: .asciz "compatible"
reg:    .asciz "reg"
reg_shift: .asciz "reg-shift"

        .align 8
records: .space MOST_HARTS << RECORD_SHIFT
room:   .space FIRMWARE + FIRMWARE_SIZE - room

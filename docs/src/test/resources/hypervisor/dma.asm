# A disk that is told to put sectors over code that runs next, over the root of the page tables, and where no memory is.
        .equ DISK, 0x10001000

kernel: la   s0, root
        la   s1, tables
        ld   t0, 0(s1)                  # devices, where they are
        sd   t0, 0(s0)
        ld   t0, 8(s1)                  # a second view of memory
        sd   t0, 8(s0)
        sd   t0, 16(s0)                 # memory, where it is
        srli t0, s0, 12
        li   t1, 8
        slli t1, t1, 60
        or   t0, t0, t1
        csrw satp, t0
        sfence.vma zero, zero
        la   s2, sectors
        li   s3, 0
fill:   mv   a1, s3                     # sectors 0 to 3 of the disk are those that lie here
        li   a2, 1
        slli t0, s3, 9
        add  a3, s2, t0
        call request
        addi s3, s3, 1
        li   t0, 4
        bne  s3, t0, fill

again:  andi a1, s3, 1                  # other code each time
        li   a2, 0
        la   a3, code
        call request
        fence.i
        call code
        andi a1, s3, 1                  # the second view comes and goes
        addi a1, a1, 2
        li   a2, 0
        mv   a3, s0
        call request
        sfence.vma zero, zero
        li   t0, 0x40000000
        ld   t1, 8(t0)
        add  s4, s4, t1
        ld   t1, 8(t0)
        add  s4, s4, t1
        andi t0, s3, 7                  # and then to one of the places that are none
        slli t0, t0, 3
        la   t1, places
        add  t1, t1, t0
        ld   a3, 0(t1)
        li   a1, 0
        li   a2, 0
        call request
        srli t2, t2, 6                  # shows 1 if the disk has given up, and 2 more if there was no second view
        add  t2, t2, s6
        li   s6, 0
        addi t2, t2, 48
        li   t0, 0x10000000
        sb   t2, 0(t0)
        addi s3, s3, 1
        j    again

# Has a disk that was just reset move sector a1, from memory if a2 is 1, else to memory, at a3.
request:
        la   t0, header
        sw   a2, 0(t0)
        sd   a1, 8(t0)
        la   t1, rings
        sd   t0, 0(t1)                  # descriptor 0: the header
        li   t2, 16
        sw   t2, 8(t1)
        li   t2, 0x10001
        sw   t2, 12(t1)
        sd   a3, 16(t1)                 # descriptor 1: the data
        li   t2, 512
        sw   t2, 24(t1)
        li   t2, 0x20003
        slli t3, a2, 1
        sub  t2, t2, t3
        sw   t2, 28(t1)
        addi t0, t0, 16
        sd   t0, 32(t1)                 # descriptor 2: the status
        li   t2, 1
        sw   t2, 40(t1)
        li   t2, 2
        sw   t2, 44(t1)
        li   t2, 0x10000                # descriptor 0 is available
        sw   t2, 128(t1)
        sw   zero, 132(t1)
        li   t0, DISK
        sw   zero, 0x70(t0)
        li   t2, 3
        sw   t2, 0x70(t0)
        li   t2, 1
        sw   t2, 0x24(t0)
        sw   t2, 0x20(t0)
        li   t2, 11
        sw   t2, 0x70(t0)
        sw   zero, 0x30(t0)
        li   t2, 8
        sw   t2, 0x38(t0)
        sw   t1, 0x80(t0)
        sw   zero, 0x84(t0)
        addi t2, t1, 128
        sw   t2, 0x90(t0)
        sw   zero, 0x94(t0)
        addi t2, t1, 256
        sw   t2, 0xA0(t0)
        sw   zero, 0xA4(t0)
        li   t2, 1
        sw   t2, 0x44(t0)
        li   t2, 15
        sw   t2, 0x70(t0)
        sw   zero, 0x50(t0)
        lw   t2, 0x70(t0)               # whether it took that
        slli s5, s5, 1
        add  s5, s5, t2
        la   t0, header
        lbu  t1, 16(t0)
        add  s5, s5, t1
        ret

        .p2align 2
trap:   addi s6, s6, 1
        csrr t6, sepc
        addi t6, t6, 4
        csrw sepc, t6
        sret

        .p2align 3
header: .space 24
tables: .dword 0xCF, 0x200000CF
places: .dword 0x80100000               # behind memory
        .dword 0x800FFF00               # half of it behind memory
        .dword 0x10001000               # the disk itself
        .dword 0x10000000               # the serial port
        .dword 0
        .dword -256
        .dword 0x4000000080000000
        .dword 0x90000000
        .p2align 12
rings:  .space 4096
sectors:
        addi a0, a0, 1                  # sectors 0 and 1: code
        ret
        .p2align 9
        slli a0, a0, 1
        ret
        .p2align 9
        .dword 0xCF, 0x200000CF, 0x200000CF
        .p2align 9
        .dword 0xCF, 0, 0x200000CF
        .p2align 12
code:   .space 4096
root:   .space 4096

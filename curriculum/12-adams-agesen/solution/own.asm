# Two nanobenchmarks of your own. nanobench.asm jumps into the table below, in supervisor mode, with s1 the number of
# repetitions to go, and: s3 the last level of the kernel's page table, s6 + 0x1000 the address of a page of the kernel's, whose
# entry is at 24(s3), s6 + 0x2000 one without a page: its entry, at 32(s3), is empty until you write it.
        .org 0x80010000
        .equ END, 0x80007F00            # jump here at the end

        j    pays
        .p2align 3
        j    clock
        .p2align 3

# 7: a kernel for which it pays that its monitor traces page tables
pays:   li   t0, 0x1000
        add  t0, s6, t0
pays_next:
        # gap: What does a monitor lose by a fence that it waits for?
        sfence.vma zero, zero           # as after a change of the address space: nothing is known any more
        ld   t1, 0(t0)
        # end gap
        addi s1, s1, -1
        bnez s1, pays_next
        j    END

# 8: a kernel that reads its clock
clock:
        # gap: Read the clock once in a repetition.
        csrr t0, time
        # end gap
        addi s1, s1, -1
        bnez s1, clock
        j    END

# gap
# Three ways to change page tables, each right, and each with as few exits as the monitor's technique lets it have.
# instead
# # Three ways to change page tables. Each changes them; but who is told?
# end gap
# Registers a0 to a7 and t0 to t6 are theirs.
        .org 0x80010000
        j    pte_write
        .p2align 3
        j    pte_write_many
        .p2align 3
        j    table_refill

# gap
# Puts entry a2 where a1 says, which is the one for address a0.
# instead
# # 1: Puts entry a2 where a1 says, which is the one for address a0.
# end gap
pte_write:
        sd   a2, 0(a1)
        # gap
        sfence.vma a0, zero
        # end gap
        ret

# gap
# Puts a3 entries, which a2 points to, where a1 says: those for the pages from address a0 on. One fence for all is cheaper
# than one for each, although it has the monitor forget the kernel's own pages.
# instead
# # 2: Puts a3 entries, which a2 points to, where a1 says: those for the pages from address a0 on.
# end gap
pte_write_many:
        ld   t0, 0(a2)
        sd   t0, 0(a1)
        addi a2, a2, 8
        addi a1, a1, 8
        addi a3, a3, -1
        bnez a3, pte_write_many
        # gap
        sfence.vma zero, zero
        # end gap
        ret

# gap
# Puts a4 entries, which a3 points to, into table a2, to which the entry at a1 leads: those for the pages from address a0 on.
# A table that is in no use is nobody's concern, so it is taken out of use first. Nobody looks at the pages meanwhile.
# instead
# # 3: Puts a4 entries, which a3 points to, into table a2, to which the entry at a1 leads: those for the pages from address a0
# # on. Nobody looks at these pages meanwhile.
# end gap
table_refill:
        # gap
        ld   t1, 0(a1)
        sd   zero, 0(a1)
next:   ld   t0, 0(a3)
        # instead
        # ld   t0, 0(a3)
        # end gap
        sd   t0, 0(a2)
        addi a3, a3, 8
        addi a2, a2, 8
        addi a4, a4, -1
        # gap
        bnez a4, next
        sd   t1, 0(a1)
        sfence.vma zero, zero
        # instead
        # bnez a4, table_refill
        # end gap
        ret

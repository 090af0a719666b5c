# A guest that never ends, and never gives the processor away.
        .org 0x80000000
        .entry start
start:
        # What is the shortest program that never ends?
        wfi

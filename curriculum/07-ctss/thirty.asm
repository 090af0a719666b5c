; Computes for exactly 30,000 instructions, which is 30 quanta of a thousand, and ends.
        .ORIG x3000
        LD   R1, TURNS
AGAIN   ADD  R1, R1, #-1
        BRp  AGAIN
        HALT
TURNS   .FILL #14999
        .END

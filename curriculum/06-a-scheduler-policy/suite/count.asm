; Computes for about six thousand instructions.
        .ORIG x3000
        LD   R1, TIMES
AGAIN   ADD  R1, R1, #-1
        BRp  AGAIN
        HALT
TIMES   .FILL 3000
        .END

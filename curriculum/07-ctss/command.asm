; Answers each line by itself, after about 600 instructions of thought, and ends when there are no more lines.
        .ORIG x3000
NEXT    GETC
        ADD  R1, R0, #1
        BRz  END
        OUT
        ADD  R1, R0, #-10
        BRnp NEXT
        LD   R1, THINK
AGAIN   ADD  R1, R1, #-1
        BRp  AGAIN
        BR   NEXT
END     HALT
THINK   .FILL #300
        .END

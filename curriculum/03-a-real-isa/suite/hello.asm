; Asks for a name, and greets.
        .ORIG x3000
        LEA  R0, ASK
        PUTS
        LEA  R2, NAME
NEXT    GETC
        OUT
        ADD  R1, R0, #-10          ; the end of the line
        BRz  DONE
        STR  R0, R2, #0
        ADD  R2, R2, #1
        BR   NEXT
DONE    AND  R0, R0, #0
        STR  R0, R2, #0
        LEA  R0, GREET
        PUTS
        LEA  R0, NAME
        PUTS
        LEA  R0, STOP
        PUTS
        HALT
ASK     .STRINGZ "Your name? "
GREET   .STRINGZ "Good day, "
STOP    .STRINGZ ".\n"
NAME    .BLKW 40
        .END

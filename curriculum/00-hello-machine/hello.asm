; Greets, reads a name up to the end of the line, and answers.
        .ORIG x3000
        LEA  R0, ASK
        PUTS
        LEA  R1, NAME               ; R1: where the next character goes
        LD   R2, ROOM               ; R2: how many more fit
NEXT    GETC
        ADD  R3, R0, #-10           ; end of line?
        BRz  ANSWER
        ADD  R3, R0, #-13
        BRz  ANSWER
        OUT                         ; echo
        ADD  R2, R2, #0
        BRz  NEXT                   ; the name is full: read on, keep no more
        STR  R0, R1, #0
        ADD  R1, R1, #1
        ADD  R2, R2, #-1
        BR   NEXT
ANSWER  AND  R0, R0, #0
        STR  R0, R1, #0             ; the name ends here
        ADD  R0, R0, #10
        OUT
        LEA  R0, HELLO
        PUTS
        LEA  R0, NAME
        PUTS
        LEA  R0, BYE
        PUTS
        HALT

ROOM    .FILL #40
ASK     .STRINGZ "Hello from the LC-3! What is your name? "
HELLO   .STRINGZ "Nice to meet you, "
BYE     .STRINGZ ". This machine was made of thirteen lines of YAML.\n"
NAME    .BLKW #41
        .END

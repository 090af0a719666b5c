; Does three things that a program may not do. The handlers say which it was, and go on behind it.
        .ORIG x0026
        .FILL INSTALL              ; a service of this program's own
        .END

        .ORIG x0800
INSTALL LEA  R0, PRIVILEGE
        STI  R0, VECTOR0
        LEA  R0, ILLEGAL
        STI  R0, VECTOR1
        LEA  R0, ACCESS
        STI  R0, VECTOR2
        RTI
VECTOR0 .FILL x0100
VECTOR1 .FILL x0101
VECTOR2 .FILL x0102
PRIVILEGE
        LEA  R0, SAYS_P
        BR   SKIP
ILLEGAL LEA  R0, SAYS_I
        BR   SKIP
ACCESS  LEA  R0, SAYS_A
SKIP    PUTS
        LDR  R0, R6, #0            ; an exception comes back to the instruction itself
        ADD  R0, R0, #1
        STR  R0, R6, #0
        RTI
SAYS_P  .STRINGZ "privilege "
SAYS_I  .STRINGZ "illegal "
SAYS_A  .STRINGZ "access "
        .END

        .ORIG x3000
        TRAP x26
        LDI  R1, SYSTEM
        RTI
        .FILL xD000                ; the code that is reserved
        LD   R0, STOP
        OUT
        HALT
SYSTEM  .FILL x0200
STOP    .FILL x2E
        .END

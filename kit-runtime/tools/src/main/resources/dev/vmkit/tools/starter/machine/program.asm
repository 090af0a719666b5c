        .ORIG x3000
        LEA  R0, HELLO
        PUTS
        HALT
HELLO   .STRINGZ "Hello from @name@!\n"
        .END

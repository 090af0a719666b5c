; Three keys interrupt a loop that does nothing else. Every handler shows its key, at the keyboard's own level, so that the next
; key waits until it has gone back.
        .ORIG x0180
        .FILL KEY                  ; the keyboard's vector
        .END

        .ORIG x0026
        .FILL LISTEN               ; a service of this program's own
        .END

        .ORIG x0800
LISTEN  LD   R0, ENABLE
        STI  R0, KBSR
        RTI
KEY     ADD  R6, R6, #-2
        STR  R0, R6, #0
        STR  R7, R6, #1
        LDI  R0, PSR               ; the level has to be the keyboard's
        LD   R7, LEVEL
        AND  R0, R0, R7
        NOT  R7, R7
        ADD  R7, R7, #1
        ADD  R0, R0, R7
        BRnp WRONG
        LD   R0, OPEN
        OUT
        LDI  R0, KBDR
        OUT
        LD   R0, CLOSE
        OUT
        LD   R0, KEYS
        ADD  R0, R0, #-1
        ST   R0, KEYS
        BR   BACK
WRONG   LD   R0, SIGN
        OUT
BACK    LDR  R0, R6, #0
        LDR  R7, R6, #1
        ADD  R6, R6, #2
        RTI
ENABLE  .FILL x4000
LEVEL   .FILL x0400
KBSR    .FILL xFE00
KBDR    .FILL xFE02
PSR     .FILL xFFFC
OPEN    .FILL x5B
CLOSE   .FILL x5D
SIGN    .FILL x21
KEYS    .FILL 3
        .END

        .ORIG x3000
        TRAP x26
WAIT    TRAP x27                   ; how many keys are missing?
        ADD  R0, R0, #0
        BRp  WAIT
        LD   R0, STOP
        OUT
        HALT
STOP    .FILL x2E
        .END

        .ORIG x0027
        .FILL ASK
        .END
        .ORIG x0900
ASK     LDI  R0, COUNT
        RTI
COUNT   .FILL KEYS
        .END

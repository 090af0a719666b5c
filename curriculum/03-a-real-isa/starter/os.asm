; The LC-3's operating system: six trap routines and the handlers of exceptions.
; Services follow Patt & Patel, 3rd edition, table A.2. Every service keeps all registers but the one it answers in.

        .ORIG x0000
; ------------------------------------------------ the trap vector table: x00 to xFF
        .BLKW x20
        .FILL GETC_                 ; x20
        .FILL OUT_                  ; x21
        .FILL PUTS_                 ; x22
        .FILL IN_                   ; x23
        .FILL PUTSP_                ; x24
        .FILL HALT_                 ; x25
        .END

        .ORIG x0100
; ------------------------------------------------ the interrupt vector table: x0100 to x01FF
        .FILL BAD_PRIVILEGE         ; x00: RTI in user mode
        .FILL BAD_OPCODE            ; x01: the reserved opcode 1101
        .FILL BAD_ACCESS            ; x02: a user program touched system space
        .END

        .ORIG x0200
; ------------------------------------------------ GETC: R0 = the next key, without echo
GETC_   LDI  R0, KBSR
        BRzp GETC_
        LDI  R0, KBDR
        RTI

; ------------------------------------------------ OUT: print the character in R0
OUT_    ADD  R6, R6, #-1
        STR  R1, R6, #0
OUT_WAIT
        LDI  R1, DSR
        BRzp OUT_WAIT
        STI  R0, DDR
        LDR  R1, R6, #0
        ADD  R6, R6, #1
        RTI

; ------------------------------------------------ PUTS: print the string at R0, one character a word
PUTS_   ADD  R6, R6, #-2
        STR  R0, R6, #0
        STR  R1, R6, #1
        ADD  R1, R0, #0
PUTS_NEXT
        LDR  R0, R1, #0
        BRz  PUTS_DONE
        OUT
        ADD  R1, R1, #1
        BR   PUTS_NEXT
PUTS_DONE
        LDR  R0, R6, #0
        LDR  R1, R6, #1
        ADD  R6, R6, #2
        RTI

; ------------------------------------------------ IN: ask for a key, echo it, R0 = the key
IN_     LEA  R0, IN_PROMPT
        PUTS
        GETC
        OUT
        ADD  R6, R6, #-1
        STR  R0, R6, #0
        AND  R0, R0, #0
        ADD  R0, R0, #10
        OUT
        LDR  R0, R6, #0
        ADD  R6, R6, #1
        RTI

; ------------------------------------------------ PUTSP: print the string at R0, two characters a word, low byte first
PUTSP_  ADD  R6, R6, #-6
        STR  R0, R6, #0
        STR  R1, R6, #1
        STR  R2, R6, #2
        STR  R3, R6, #3
        STR  R4, R6, #4
        STR  R5, R6, #5
        ADD  R1, R0, #0
PUTSP_NEXT
        LDR  R2, R1, #0
        BRz  PUTSP_DONE
        LD   R3, LOW_BYTE
        AND  R0, R2, R3
        BRz  PUTSP_DONE
        OUT
        AND  R0, R0, #0             ; the high byte, one bit at a time from the top
        AND  R4, R4, #0
        ADD  R4, R4, #8
PUTSP_SHIFT
        ADD  R0, R0, R0
        ADD  R2, R2, #0
        BRzp PUTSP_CLEAR
        ADD  R0, R0, #1
PUTSP_CLEAR
        ADD  R2, R2, R2
        ADD  R4, R4, #-1
        BRp  PUTSP_SHIFT
        ADD  R0, R0, #0
        BRz  PUTSP_DONE
        OUT
        ADD  R1, R1, #1
        BR   PUTSP_NEXT
PUTSP_DONE
        LDR  R0, R6, #0
        LDR  R1, R6, #1
        LDR  R2, R6, #2
        LDR  R3, R6, #3
        LDR  R4, R6, #4
        LDR  R5, R6, #5
        ADD  R6, R6, #6
        RTI

; ------------------------------------------------ HALT: stop the clock
HALT_   LDI  R0, MCR
        LD   R1, RUN_MASK
        AND  R0, R0, R1
        STI  R0, MCR
        BR   HALT_

; ------------------------------------------------ exceptions: say what happened and stop
BAD_PRIVILEGE
        LEA  R0, PRIVILEGE_TEXT
        BR   GIVE_UP
BAD_OPCODE
        LEA  R0, OPCODE_TEXT
        BR   GIVE_UP
BAD_ACCESS
        LEA  R0, ACCESS_TEXT
GIVE_UP PUTS
        HALT

KBSR    .FILL xFE00
KBDR    .FILL xFE02
DSR     .FILL xFE04
DDR     .FILL xFE06
MCR     .FILL xFFFE
LOW_BYTE .FILL x00FF
RUN_MASK .FILL x7FFF
IN_PROMPT
        .STRINGZ "\nInput a character> "
PRIVILEGE_TEXT
        .STRINGZ "\n--- RTI in user mode ---\n"
OPCODE_TEXT
        .STRINGZ "\n--- Illegal opcode ---\n"
ACCESS_TEXT
        .STRINGZ "\n--- Access violation: system space ---\n"
        .END

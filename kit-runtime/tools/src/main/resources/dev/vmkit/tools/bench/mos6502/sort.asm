; Fills a page with numbers that look random and sorts them by insertion, again and again; a subroutine for each step.
        .equ NUMBERS, $2000
        .equ SEED, $10
        .equ KEY, $11
        .org $0600
        LDA #1
        STA SEED
start:  LDX #0
fill:   JSR random
        STA NUMBERS,X
        INX
        BNE fill
        LDX #1
sort:   JSR insert
        INX
        BNE sort
        JMP start

random: LDA SEED                        ; x = 5 x + 17
        ASL A
        ASL A
        CLC
        ADC SEED
        ADC #17
        STA SEED
        EOR #$A5
        RTS

insert: LDA NUMBERS,X                   ; moves number X down to its place among those below
        STA KEY
        TXA
        TAY
down:   LDA NUMBERS-1,Y
        CMP KEY
        BCC here
        BEQ here
        STA NUMBERS,Y
        DEY
        BNE down
here:   LDA KEY
        STA NUMBERS,Y
        RTS

        .org $FFFC
        .word $0600

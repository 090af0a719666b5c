; CRC-16 (CCITT) of the 4 KiB at $2000, bit by bit, again and again; each time the result is written into the first of them.
        .equ DATA, $2000
        .equ AT, $10
        .equ CRC, $12                   ; 2 bytes, the higher one first
        .org $0600
        LDX #0                          ; bytes to begin with
fill:   TXA
        STA DATA,X
        EOR #$5A
        STA DATA+$700,X
        INX
        BNE fill

start:  LDA #$FF
        STA CRC
        STA CRC+1
        LDA #0
        STA AT
        LDA #>DATA
        STA AT+1
        LDY #0
byte:   LDA (AT),Y
        EOR CRC
        STA CRC
        LDX #8
bit:    ASL CRC+1
        ROL CRC
        BCC zero
        LDA CRC
        EOR #$10
        STA CRC
        LDA CRC+1
        EOR #$21
        STA CRC+1
zero:   DEX
        BNE bit
        INY
        BNE byte
        INC AT+1
        LDA AT+1
        CMP #>DATA+16
        BNE byte
        LDA CRC
        STA DATA
        LDA CRC+1
        STA DATA+1
        JMP start

        .org $FFFC
        .word $0600

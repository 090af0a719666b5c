; The sieve of Eratosthenes up to 8192, again and again, a byte a number; COUNT is how many primes there were.
        .equ SIEVE, $2000               ; 32 pages
        .equ AT, $10                    ; where in the sieve, 2 bytes
        .equ STEP, $12                  ; the prime, 2 bytes
        .equ COUNT, $14
        .org $0600
start:  LDA #0
        STA COUNT
        STA COUNT+1
        STA AT
        LDA #>SIEVE
        STA AT+1
        LDX #32
        LDY #0
        TYA
clear:  STA (AT),Y
        INY
        BNE clear
        INC AT+1
        DEX
        BNE clear

        LDA #2
        STA STEP
        LDA #0
        STA STEP+1
next:   LDA STEP                        ; AT = SIEVE + STEP
        STA AT
        LDA STEP+1
        CLC
        ADC #>SIEVE
        STA AT+1
        LDY #0
        LDA (AT),Y
        BNE passed
        INC COUNT
        BNE cross
        INC COUNT+1
cross:  LDA AT                          ; cross out the multiples
        CLC
        ADC STEP
        STA AT
        LDA AT+1
        ADC STEP+1
        CMP #>SIEVE+32
        BCS passed
        STA AT+1
        LDA #1
        STA (AT),Y
        BNE cross
passed: INC STEP
        BNE next
        INC STEP+1
        LDA STEP+1
        CMP #32
        BNE next
        JMP start

        .org $FFFC
        .word start

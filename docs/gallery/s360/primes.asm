* Problem program A: the primes below 100, by division. R12 holds 0x2000.
        .org 0x2000
PRIMES: LA   R4,2                       ; the candidate
NEXTONE: LA  R5,2                       ; the divisor
TRY:    LR   R7,R5
        MR   R6,R5                      ; its square, in R7
        CR   R7,R4
        BH   PRIME-PRIMES(R12)
        SR   R6,R6
        LR   R7,R4
        DR   R6,R5
        LTR  R6,R6
        BZ   NOPRIME-PRIMES(R12)
        LA   R5,1(R5)
        B    TRY-PRIMES(R12)
PRIME:  CVD  R4,DECIMAL-PRIMES(R12)
        UNPK NUMBER-PRIMES(3,R12),DECIMAL-PRIMES+6(2,R12)
        OI   NUMBER-PRIMES+2(R12),0xF0
        LA   R1,FOUND-PRIMES(R12)
        LA   R2,9
        SVC  0
NOPRIME: LA  R4,1(R4)
        C    R4,LIMIT-PRIMES(R12)
        BL   NEXTONE-PRIMES(R12)
        SVC  1
        .balign 8
DECIMAL: .dword 0
LIMIT:  .word 100
FOUND:  .ascii "PRIME "
NUMBER: .ascii "000"

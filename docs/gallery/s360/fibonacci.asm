* Problem program B: Fibonacci numbers in decimal, of up to 29 digits. Then it stores where it may not. R12 holds 0x2800.
        .org 0x2800
FIBO:   LA   R4,19
        LA   R5,7
AGAIN:  LR   R6,R5                      ; seven steps between two lines
STEP:   MVC  THIRD-FIBO(15,R12),SECOND-FIBO(R12)
        AP   SECOND-FIBO(15,R12),FIRST-FIBO(15,R12)
        MVC  FIRST-FIBO(15,R12),THIRD-FIBO(R12)
        BCT  R6,STEP-FIBO(R12)
        MVC  EDITED-FIBO(40,R12),PICTURE-FIBO(R12)
        EDMK EDITED-FIBO(40,R12),SECOND-FIBO(R12)
        LA   R2,EDITED-FIBO+40(R12)
        SR   R2,R1                      ; from the first significant digit on
        SVC  0
        BCT  R4,AGAIN-FIBO(R12)
        MVI  0x300,0                    ; the supervisor's
FIRST:  .byte 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x0C
SECOND: .byte 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x1C
THIRD:  .space 15
PICTURE: .byte 0x40, 0x20, 0x20, 0x6B, 0x20, 0x20, 0x20, 0x6B, 0x20, 0x20, 0x20, 0x6B, 0x20, 0x20, 0x20, 0x6B
        .byte 0x20, 0x20, 0x20, 0x6B, 0x20, 0x20, 0x20, 0x6B, 0x20, 0x20, 0x20, 0x6B, 0x20, 0x20, 0x20, 0x6B
        .byte 0x20, 0x20, 0x20, 0x6B, 0x20, 0x21, 0x20, 0x40
EDITED: .space 40

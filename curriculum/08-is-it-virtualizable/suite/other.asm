; Another kernel of the old time: switches interrupts on, off and on by POPF, reads the status word and where its program lies,
; and runs a program that ends by doing what it may not.

STACK     = 0x3000
PROGRAM   = 0x5000
SIZE      = 0x0800
TERMINAL  = 1
ENABLED   = 0x0202
DISABLED  = 0x0002

        .org 0
start:  MOV  SP, STACK
        MOV  BX, handlers
        LIDT [BX]
        MOV  BX, segment
        LGDT [BX]
        MOV  AX, ENABLED
        PUSH AX
        POPF
        INT  0                  ; 1
        MOV  AX, DISABLED
        PUSH AX
        POPF
        INT  0                  ; 0
        MOV  AX, ENABLED
        PUSH AX
        POPF
        INT  0                  ; 1
        MOV  AX, 9
        LMSW AX
        MOV  AX, 0
        SMSW AX
        ADD  AX, '0'
        OUT  TERMINAL           ; 9
        MOV  DI, found
        SGDT [DI]
        MOV  AX, [DI, 0]
        MOV  CX, 12
high:   SHR  AX
        ADD  CX, -1
        JNZ  high
        ADD  AX, '0'
        OUT  TERMINAL           ; 5
        MOV  AX, SIZE
        PUSH AX
        MOV  AX, ENABLED
        PUSH AX
        MOV  AX, 3
        PUSH AX
        MOV  AX, 0
        PUSH AX
        IRET

looks:  MOV  BX, SP
        MOV  AX, [BX, 4]        ; the flags that were saved
        MOV  CX, 9
shift:  SHR  AX
        ADD  CX, -1
        JNZ  shift
        MOV  CX, 1
        AND  AX, CX
        ADD  AX, '0'
        OUT  TERMINAL
        IRET

show:   OUT  TERMINAL
        IRET

traps:  MOV  AX, '!'
        OUT  TERMINAL
        MOV  AX, 10
        OUT  TERMINAL
stop:   CLI
        HLT

handlers: .word table, STACK - 0x0800
segment:  .word PROGRAM, SIZE
found:    .word 0, 0
table:    .word looks, show, stop, stop, stop, stop, stop, stop, stop, stop, stop, stop, stop, traps

        .org PROGRAM
        MOV  AX, 'u'
        INT  1
        INT  0
        HLT                     ; which is the kernel's

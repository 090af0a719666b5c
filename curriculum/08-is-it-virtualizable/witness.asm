; The witness of POPF, replayed: interrupts are on, and flags with interrupts off come from the stack, once in supervisor
; mode and once in user mode. Each time a trap saves what came of it.

STACK     = 0x3000
PROGRAM   = 0x4000
SIZE      = 0x1000
TERMINAL  = 1
ENABLED   = 0x0202
DISABLED  = 0x0002

        .org 0
start:  MOV  SP, STACK
        MOV  BX, handlers
        LIDT [BX]
        MOV  BX, segment
        LGDT [BX]
        MOV  AX, 'S'
        OUT  TERMINAL
        STI
        MOV  AX, DISABLED
        PUSH AX
        POPF
        INT  0                  ; in supervisor mode

        MOV  AX, 'U'
        OUT  TERMINAL
        MOV  AX, SIZE
        PUSH AX
        MOV  AX, ENABLED
        PUSH AX
        MOV  AX, 3
        PUSH AX
        MOV  AX, 0
        PUSH AX
        IRET                    ; to the program

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
        MOV  AX, 10
        OUT  TERMINAL
        MOV  AX, [BX, 2]        ; the mode
        CMP  AX, CX
        JNC  stop
        IRET

traps:  MOV  AX, '!'
        OUT  TERMINAL
        MOV  AX, 10
        OUT  TERMINAL
stop:   CLI
        HLT

handlers: .word table, STACK - 0x0800
segment:  .word PROGRAM, SIZE
table:    .word looks, stop, stop, stop, stop, stop, stop, stop, stop, stop, stop, stop, traps, traps

        .org PROGRAM
        MOV  AX, DISABLED
        PUSH AX
        POPF
        INT  0                  ; in user mode

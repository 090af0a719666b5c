; A kernel of the time before anybody thought of running it as a guest. It switches interrupts on by POPF, looks into the
; machine status word by SMSW and reads by SGDT where its program lies; then it runs the program, and serves its calls.

KERNEL_STACK = 0x3000
PROGRAM      = 0x4000           ; where the program lies, which sees itself at 0
SIZE         = 0x1000           ; and how much of memory it sees
TERMINAL     = 1                ; the port that shows a character
INTERRUPTS   = 0x0202           ; flags with IF set

        .org 0
start:  MOV  SP, KERNEL_STACK
        MOV  BX, handlers
        LIDT [BX]
        MOV  BX, hello
        CALL puts

        MOV  AX, INTERRUPTS     ; flags come from the stack
        PUSH AX
        POPF
        INT  0x24               ; says what it finds in the flags that the trap has saved

        MOV  AX, 9              ; a task switch has happened: TS, and PE as it was
        LMSW AX
        SMSW DX
        MOV  BX, status
        CALL putx

        MOV  BX, segment
        LGDT [BX]
        MOV  DI, found
        SGDT [DI]
        MOV  DX, [DI, 0]
        MOV  BX, base
        CALL putx

        MOV  AX, SIZE           ; what IRET takes: where, in which level, with which flags and stack
        PUSH AX
        MOV  AX, INTERRUPTS
        PUSH AX
        MOV  AX, 3
        PUSH AX
        MOV  AX, 0
        PUSH AX
        IRET

; BX: a text that ends with 0
puts:   MOV  CX, 0xFF
puts1:  MOV  AX, [BX, 0]
        AND  AX, CX
        JZ   puts2
        OUT  TERMINAL
        ADD  BX, 1
        JMP  puts1
puts2:  RET

; BX: a text, DX: a number to show behind it
putx:   CALL puts
        MOV  BX, 4
putx1:  MOV  AX, 0
        MOV  CX, 4
putx2:  SHL  AX
        SHL  DX
        JNC  putx3
        ADD  AX, 1
putx3:  ADD  CX, -1
        JNZ  putx2
        MOV  CX, 10
        CMP  AX, CX
        JC   putx4
        ADD  AX, 39             ; from '9' to 'a'
putx4:  ADD  AX, '0'
        OUT  TERMINAL
        ADD  BX, -1
        JNZ  putx1
        MOV  AX, 10
        OUT  TERMINAL
        RET

; ------------------------------------------------ calls of the program
show:   OUT  TERMINAL           ; the character in AX
        IRET

number: MOV  BX, says           ; the number in DX
        CALL putx
        IRET

done:   MOV  BX, bye
        JMP  stop

looks:  MOV  BX, SP
        MOV  AX, [BX, 4]        ; the flags as they were
        MOV  CX, 0x0200
        AND  AX, CX
        MOV  BX, off
        JZ   looks1
        MOV  BX, on
looks1: CALL puts
        IRET

wrong:  MOV  BX, killed
stop:   CALL puts
        CLI
        HLT

; ------------------------------------------------ data
handlers: .word table, KERNEL_STACK - 0x0800
segment:  .word PROGRAM, SIZE
found:    .word 0, 0
hello:  .asciz "kernel: hello\n"
on:     .asciz "kernel: interrupts are on\n"
off:    .asciz "kernel: interrupts are off\n"
status: .asciz "kernel: the status word is 0x"
base:   .asciz "kernel: my program lies at 0x"
says:   .asciz "program: the sum is 0x"
bye:    .asciz "kernel: bye\n"
killed: .asciz "kernel: the program did what it may not\n"

        .align 2
table:  .word wrong, wrong, wrong, wrong, wrong, wrong, wrong, wrong
        .word wrong, wrong, wrong, wrong, wrong, wrong, wrong, wrong
        .word wrong, wrong, wrong, wrong, wrong, wrong, wrong, wrong
        .word wrong, wrong, wrong, wrong, wrong, wrong, wrong, wrong
        .word show, number, done, wrong, looks

; ------------------------------------------------ a program: adds the numbers from 1 to 100
        .org PROGRAM
        MOV  SI, words - PROGRAM
        MOV  CX, 0xFF
say:    MOV  AX, [SI, 0]
        AND  AX, CX
        JZ   add
        INT  0x20
        ADD  SI, 1
        JMP  say
add:    MOV  CX, 100
        MOV  DX, 0
again:  ADD  DX, CX
        ADD  CX, -1
        JNZ  again
        INT  0x21
        INT  0x22
words:  .asciz "program: from 1 to 100\n"

* A small supervisor. It shares the processor between two problem programs by the interval timer, protects its storage and
* theirs by keys, prints for them, and listens to the operator: STATUS, CANCEL A, CANCEL B, STOP.
* All of it lies in the first 4096 bytes, which need no base register. While it runs, no interruption is allowed.

        .org 0
        .word 0, START                  ; initial program loading takes this PSW
        .org 72
CAW:    .word 0                         ; channel address word
        .org 80
TIMER:  .word 0x7FFFFFFF                ; 256 for each 1/300 second
        .org 88
        .word 0, EXTERNAL               ; new PSWs: supervisor state, key 0, all masked
        .word 0, SVCALL
        .word 0, PROGRAM
        .word 0x00020000, 0xC0FFEE      ; machine check: wait for good
        .word 0, INOUT

* Addresses of what the hardware leaves: old PSWs and channel status.
EXTOLD  = 24
SVCOLD  = 32
PGMOLD  = 40
IOOLD   = 56
CSW     = 64
CONSOLE = 0x009

* A program's control block.
PSW     = 0
REGS    = 8                             ; R0 to R15
NEXT    = 72                            ; who is asked next
COUNT   = 76                            ; turns so far
STATE   = 80
NAME    = 81
LETTER  = 84                            ; its last words, if it made a mistake
READY   = 0                             ; states
WAITS   = 1                             ; for the console
GONE    = 2
SLICE   = 0x0600                        ; 6/300 second

        .org 0x200
START:  LA   R1,0x10                    ; storage keys: 1 for program A, 2 for program B
        L    R2,BLOCKA
        SSK  R1,R2
        LA   R1,0x20
        L    R2,BLOCKB
        SSK  R1,R2
        LA   R1,HELLO
        LA   R2,HELLOEND-HELLO
        BAL  R14,PRINT

* ------------------------------------------------ who runs next
DISPATCH: L  R13,CURRENT
        LA   R3,2
ASK:    L    R13,NEXT(R13)
        CLI  STATE(R13),READY
        BE   RUN
        BCT  R3,ASK
        LA   R13,NOBODY                 ; nobody: wait for the console
        ST   R13,CURRENT
        LPSW IDLE
RUN:    ST   R13,CURRENT
        L    R3,COUNT(R13)
        LA   R3,1(R3)
        ST   R3,COUNT(R13)
        MVC  TIMER(4),SLICES
RESUME: MVC  RUNPSW(8),PSW(R13)
        LM   R0,R15,REGS(R13)
        LPSW RUNPSW

* ------------------------------------------------ a slice is over
EXTERNAL: STM R0,R15,SAVED
        L    R13,CURRENT
        MVC  REGS(64,R13),SAVED
        MVC  PSW(8,R13),EXTOLD
        B    DISPATCH

* ------------------------------------------------ SVC 0: print R2 bytes from R1 on; SVC 1: the end
SVCALL: STM  R0,R15,SAVED
        L    R13,CURRENT
        MVC  REGS(64,R13),SAVED
        MVC  PSW(8,R13),SVCOLD
        CLI  SVCOLD+3,1
        BE   LEAVE
        BH   WRONG
        CLI  BUSY,0                     ; while the console prints the call is made again later
        BE   FREE
        L    R3,PSW+4(R13)
        BCTR R3,R0
        BCTR R3,R0
        ST   R3,PSW+4(R13)
        MVI  STATE(R13),WAITS
        B    DISPATCH
FREE:   L    R2,REGS+8(R13)
        LTR  R2,R2
        BNP  WRONG
        CH   R2,LONGEST
        BH   WRONG
        MVC  LINE(1),NAME(R13)
        BCTR R2,R0
        EX   R2,COPY
        LA   R2,4(R2)
        LA   R1,LINE
        BAL  R14,PRINT
        B    RESUME
COPY:   MVC  LINE+3(1),0(R1)            ; its length is that in R2
LEAVE:  MVI  STATE(R13),GONE
        B    DISPATCH
WRONG:  MVI  PGMOLD+3,0xC               ; what no program check is called
        B    DYING

* ------------------------------------------------ a program check: its last words, then the end
PROGRAM: STM R0,R15,SAVED
        TM   PGMOLD+1,1
        BO   ITSOWN
        LPSW BROKEN                     ; the supervisor itself made a mistake
ITSOWN: L    R13,CURRENT
        MVC  REGS(64,R13),SAVED
DYING:  MVC  LETTER(16,R13),MISTAKE
        SR   R3,R3
        IC   R3,PGMOLD+3
        IC   R3,DIGITS(R3)
        STC  R3,LETTER+14(R13)
        LA   R3,LETTER(R13)
        ST   R3,REGS+4(R13)
        LA   R3,16
        ST   R3,REGS+8(R13)
        MVC  PSW(8,R13),FAREWELL
        B    RESUME
LASTWORDS: SVC 0                        ; in problem state, as the program itself
        SVC  1

* ------------------------------------------------ the console wants something
INOUT:  STM  R0,R15,SAVED
        L    R13,CURRENT
        MVC  REGS(64,R13),SAVED
        MVC  PSW(8,R13),IOOLD
        TM   CSW+4,0x80
        BZ   ENDED
        MVI  ASKED,1                    ; the operator's request button
ENDED:  TM   CSW+4,4
        BZ   LISTEN
        MVI  BUSY,0                     ; device end
        LA   R3,TASKA
        BAL  R14,WAKE
        LA   R3,TASKB
        BAL  R14,WAKE
        CLI  READING,0
        BE   LISTEN
        MVI  READING,0
        BAL  R14,COMMAND
LISTEN: CLI  BUSY,0
        BNE  DISPATCH
        CLI  ASKED,0
        BE   DISPATCH
        MVI  ASKED,0
        MVI  READING,1
        MVI  INPUT,0x40                 ; a blank goes from byte to byte
        MVC  INPUT+1(79),INPUT
        LA   R1,LISTENING
        BAL  R14,STARTIO
        B    DISPATCH
WAKE:   CLI  STATE(R3),WAITS
        BNE  0(R14)
        MVI  STATE(R3),READY
        BR   R14

* ------------------------------------------------ prints R2 bytes from R1 on; the console is free
PRINT:  ST   R1,PRINTING
        MVI  PRINTING,9
        STH  R2,PRINTING+6
        LA   R1,PRINTING
STARTIO: ST  R1,CAW
        MVI  BUSY,1
AGAIN:  SIO  CONSOLE
        BCR  8,R14                      ; it is under way
        BO   NOCONSOLE
        MVI  ASKED,1                    ; the request button came between
        B    AGAIN
NOCONSOLE: LPSW BROKEN

* ------------------------------------------------ what the operator says
COMMAND: OC  INPUT(80),BLANKS           ; small letters become capitals
        CLC  INPUT(5),STOP
        BE   SHUTDOWN
        CLC  INPUT(7),STATUS
        BE   REPORT
        LA   R3,TASKA
        CLC  INPUT(9),CANCELA
        BE   CANCEL
        LA   R3,TASKB
        CLC  INPUT(9),CANCELB
        BE   CANCEL
        LA   R1,WHAT
        LA   R2,WHATEND-WHAT
        B    PRINT
CANCEL: MVI  STATE(R3),GONE
        BR   R14
REPORT: LA   R3,TASKA
        LA   R4,TURNS+10
        LA   R5,STATEA
        BAL  R6,ENTRY
        LA   R3,TASKB
        LA   R4,TURNS+32
        LA   R5,STATEB
        BAL  R6,ENTRY
        LA   R1,TURNS
        LA   R2,TURNSEND-TURNS
        B    PRINT
ENTRY:  L    R7,COUNT(R3)
        CVD  R7,PACKED
        MVC  0(8,R4),PATTERN
        ED   0(8,R4),PACKED+4
        SR   R8,R8
        IC   R8,STATE(R3)
        SLL  R8,2
        L    R8,STATES(R8)
        MVC  0(7,R5),0(R8)
        BR   R6
SHUTDOWN: LPSW STOPPED

* ------------------------------------------------ constants and storage
        .balign 8
IDLE:   .word 0xFE020000, START         ; wait, channels may interrupt
STOPPED: .word 0x00020000, 0
BROKEN: .word 0x00020000, 0xDEAD
FAREWELL: .word 0xFF010000, LASTWORDS
RUNPSW: .word 0, 0
PACKED: .dword 0
PRINTING: .word 0, 0
LISTENING: .word 0x0A000000 + INPUT, 0x20000050
TASKA:  .word 0xFF150000, 0x2000        ; all interruptions, key 1, problem state
        .space 48
        .word 0x2000, 0, 0, 0           ; R12 holds where it is
        .word TASKB, 0
        .byte READY, 'A'
        .space 22
TASKB:  .word 0xFF250000, 0x2800
        .space 48
        .word 0x2800, 0, 0, 0
        .word TASKA, 0
        .byte READY, 'B'
        .space 22
NOBODY: .space 72
        .word TASKA, 0
        .space 24
CURRENT: .word TASKB
SAVED:  .space 64
SLICES: .word SLICE
BLOCKA: .word 0x2000
BLOCKB: .word 0x2800
STATES: .word SREADY, SWAITS, SGONE
LONGEST: .half 72
BUSY:   .byte 0
ASKED:  .byte 0
READING: .byte 0
DIGITS: .ascii "0123456789ABCDEF"
SREADY: .ascii "READY  "
SWAITS: .ascii "WAITING"
SGONE:  .ascii "GONE   "
STOP:   .ascii "STOP "
STATUS: .ascii "STATUS "
CANCELA: .ascii "CANCEL A "
CANCELB: .ascii "CANCEL B "
HELLO:  .ascii "SUPERVISOR READY"
HELLOEND:
WHAT:   .ascii "STATUS, CANCEL A, CANCEL B, STOP"
WHATEND:
MISTAKE: .ascii "PROGRAM CHECK 0."
PATTERN: .byte 0x40, 0x20, 0x20, 0x20, 0x20, 0x20, 0x21, 0x20
TURNS:  .ascii "TURNS: A           "
STATEA: .ascii "       ,   B "
        .space 8
        .ascii " "
STATEB: .ascii "        "
TURNSEND:
BLANKS: .fill 80, 0x40
LINE:   .ascii "A: "
        .space 77
INPUT:  .space 80

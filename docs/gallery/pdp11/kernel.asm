; Two programs share the processor. Each sees 8 KiB of its own from address 0 on, which the memory management finds
; elsewhere; the clock takes the processor from them sixty times a second, and they ask the kernel by EMT to print.
PSW  = 177776
KPDR = 172300           ; the kernel's pages: descriptors and addresses
KPAR = 172340
UPDR = 177600           ; the user's
UPAR = 177640
SR0  = 177572           ; memory management
XCSR = 177564           ; the printer
RKCS = 177404           ; the disk
LKS  = 177546           ; the clock
SWITCHES = 177570

SAVED = 22              ; bytes that a program's registers take: SP, R5 to R0, PC, PSW

        .org    30
        .word   call, 340
        .org    60
        .word   key, 200
        .org    100
        .word   tick, 340
        .org    220
        .word   disk, 340
        .org    250
        .word   fault, 340

        .org    1000
start:  mov     #1000, sp
        jsr     pc, read
        jsr     pc, map
        mov     #100, @#177560  ; keys interrupt
        mov     #100, @#LKS     ; and so does the clock
        mov     #30340, @#PSW   ; as if a user's program had called, without interrupts
        jmp     next

; Reads 256 words of the disk and prints them up to the first that is 0.
read:   mov     #RKCS+6, r1
        clr     (r1)
        mov     #buffer, -(r1)
        mov     #177400, -(r1)
        mov     #105, -(r1)     ; read, and interrupt
wait:   wait
        tst     r5
        beq     wait
        mov     #buffer, r1
text:   movb    (r1)+, r0
        beq     over
        cmpb    r0, #12
        bne     same
        mov     #15, r0
        jsr     pc, print
        mov     #12, r0
same:   jsr     pc, print
        br      text
over:   rts     pc

disk:   inc     r5
        rti

; The kernel's addresses are what they are; those of the devices are at the end. Programs lie at 40000 and 60000.
map:    mov     #77406, @#KPDR
        mov     #77406, @#KPDR+16
        mov     #7600, @#KPAR+16
        mov     #77406, @#UPDR
        mov     #program, r0
        mov     #40000, r1
        mov     #60000, r2
copy:   mov     (r0), (r1)+
        mov     (r0)+, (r2)+
        cmp     r0, #end
        blo     copy
        mov     @#SWITCHES, first+4     ; R4
        mov     @#SWITCHES, second+4
        inc     @#SR0
        rts     pc

; Prints R0 when the printer is ready.
print:  tstb    @#XCSR
        bpl     print
        movb    r0, @#XCSR+2
        rts     pc

; A key was struck: it is printed between brackets, whatever runs.
key:    mov     r0, -(sp)
        mov     #'[', r0
        jsr     pc, print
        mov     @#177562, r0
        jsr     pc, print
        mov     #']', r0
        jsr     pc, print
        mov     (sp)+, r0
        rti

; What a program asks for stands in the EMT: 0 prints R0, 1 ends it.
call:   mov     r1, -(sp)
        mov     2(sp), r1
        mfpi    177776(r1)
        bit     #1, (sp)+
        bne     exit
        mov     (sp)+, r1
        jsr     pc, print
        rti
exit:   mov     current, r1
        clr     slots(r1)       ; it has no program counter any more
        dec     alive
        bne     next
        mov     #15, r0
        jsr     pc, print
        mov     #12, r0
        jsr     pc, print
idle:   tstb    @#XCSR
        bpl     idle
        halt

; The clock: the registers of the program go into its slot, and those of the other one come out.
tick:   bit     #140000, 2(sp)
        bne     switch
        rti                     ; the kernel itself is not interrupted
switch: mov     r0, -(sp)
        mov     r1, -(sp)
        mov     r2, -(sp)
        mov     r3, -(sp)
        mov     r4, -(sp)
        mov     r5, -(sp)
        mfpi    sp
        mov     current, r1
        mov     slots(r1), r1
        mov     #9., r0
save:   mov     (sp)+, (r1)+
        sob     r0, save
next:   mov     #1000, sp
        mov     current, r1
other:  add     #2, r1          ; two slots, one after the other
        bic     #4, r1
        tst     slots(r1)
        beq     other
        mov     r1, current
        mov     pages(r1), @#UPAR
        mov     slots(r1), r1
        add     #SAVED, r1
        mov     #9., r0
load:   mov     -(r1), -(sp)
        sob     r0, load
        mtpi    sp
        mov     (sp)+, r5
        mov     (sp)+, r4
        mov     (sp)+, r3
        mov     (sp)+, r2
        mov     (sp)+, r1
        mov     (sp)+, r0
        rti

fault:  halt                    ; no program here leaves its page

current: .word  0
alive:  .word   2
slots:  .word   first, second
pages:  .word   400, 600        ; where each lies, in blocks of 64 bytes
first:  .word   20000, 0, 0, 0, 0, 0, 'A', 0, 140000
second: .word   20000, 0, 0, 0, 0, 0, 'b', 0, 140000

; The program, once for each: it prints its letter as often as the switches said, and computes in between.
program:
again:  mov     #2000., r3
busy:   sob     r3, busy
        emt     0
        sob     r4, again
        emt     1
end:

buffer: .blkw   512.
        .word   0
        .entry  start

; Reads the first block of the disk to address 0 and starts it there, as the boot ROM BM792-YB did.
RKDA = 177412
        .org 2000
start:  mov     #2000, sp
        mov     #RKDA, r1
        clr     (r1)            ; from the first block
        clr     -(r1)           ; to address 0
        mov     #177400, -(r1)  ; 256 words
        mov     #5, -(r1)       ; read
wait:   tstb    (r1)
        bpl     wait
        tst     (r1)
        bmi     start           ; once more, if it went wrong
        clr     pc
        .entry  start

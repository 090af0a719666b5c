; A monitor: look at memory, change it, run programs. What can be typed, all numbers being hexadecimal:
;
;   E000            show what is at an address
;   E000.E01F       show what is at several
;   .E02F           go on from there
;   300: A9 0 60    put bytes into memory
;   : EA            go on doing so
;   300 R           run what is there
;
; Rubout takes back a character, ESC the line.

KEYBOARD   = $D010
KEY_READY  = $D011
SCREEN     = $D012
SCREEN_CTL = $D013

from    = $24           ; the address looked at last, and where R starts
to      = $26           ; where the next byte is put
value   = $28           ; the number read last
mode    = $2A           ; what is done with a number: 0 show, '.' show up to, ':' put
seen    = $2B           ; digits of it
line    = $0200
CR      = $0D
ESC     = $1B

        .org $FE00
        jmp reset       ; what programs may call
        jmp get         ; -> A: waits for a key
        jmp put         ; A: shows a character; keeps A, X and Y

reset:  cld
        ldx #$FF
        txs
        lda #$7F        ; the lower seven bits of port B are outputs
        sta SCREEN
        lda #$A7        ; both ports hold data from now on
        sta KEY_READY
        sta SCREEN_CTL
again:  lda #$5C         ; a backslash
        jsr put
        lda #CR
        jsr put

; A line
        ldy #0
more:   jsr get
        cmp #'_'
        beq rubout
        jsr put
        cmp #ESC
        beq again
        sta line,y
        cmp #CR
        beq work
        iny
        bpl more
        bmi again       ; too long
rubout: jsr put
        dey
        bpl more
        bmi again

; What it says
work:   ldy #0
        sty mode
next:   lda line,y
        cmp #CR
        beq again2
        iny
        cmp #' '
        beq next
        cmp #'.'
        beq change
        cmp #'R'
        beq run
        cmp #':'
        bne number
        ldx from        ; bytes go where was looked last, but ':' alone goes on
        cpy #1
        beq change
        stx to
        ldx from+1
        stx to+1
change: sta mode
        jmp next
again2: lda #CR
        jsr put
        jmp again
run:    jmp (from)

number: dey
        ldx #0
        stx value
        stx value+1
        stx seen
digit:  lda line,y
        sec
        sbc #'0'
        cmp #10
        bcc shift
        sbc #7          ; from A on
        cmp #10
        bcc ends
        cmp #16
        bcs ends
shift:  ldx #4
bits:   asl value
        rol value+1
        dex
        bne bits
        ora value
        sta value
        inc seen
        iny
        bne digit
ends:   lda seen
        beq again2      ; nothing that is known
        lda mode
        cmp #':'
        beq store
        cmp #'.'
        beq block
        lda value
        sta from
        lda value+1
        sta from+1
        jsr head
        jsr show
next2:  jmp next

store:  ldx #0
        lda value
        sta (to,x)
        inc to
        bne next2
        inc to+1
        bne next2

block:  lda from
        cmp value
        lda from+1
        sbc value+1
        bcs done        ; the end is reached
        inc from
        bne inside
        inc from+1
inside: lda from
        and #7
        bne cell
        jsr head
cell:   jsr show
        jmp block
done:   lda #0
        sta mode
        beq next2

head:   lda #CR         ; a new line with the address
        jsr put
        lda from+1
        jsr hex
        lda from
        jsr hex
        lda #':'
        bne put
show:   lda #' '
        jsr put
        tya
        pha
        ldy #0
        lda (from),y
        jsr hex
        pla
        tay
        rts
hex:    pha
        lsr A
        lsr A
        lsr A
        lsr A
        jsr nibble
        pla
        and #$0F
nibble: ora #'0'
        cmp #$3A
        bcc put
        adc #6
put:    bit SCREEN      ; shows A when the display is ready
        bmi put
        sta SCREEN
        rts
get:    lda KEY_READY
        bpl get
        lda KEYBOARD
        and #$7F
        rts

        .org $FFFA
        .word reset, reset, reset

; A Tiny BASIC: whole numbers from -32768 to 32767, the variables A to Z, lines from 1 to 32767.
;
;   PRINT, LET, INPUT, IF ... THEN, GOTO, GOSUB, RETURN, FOR ... TO ... STEP, NEXT, REM, END, POKE
;   LIST, RUN, NEW, BYE (to the monitor); ESC stops a program
;   + - * / ( ) = < > <= >= <>, RND(N) from 1 to N, ABS(N), PEEK(ADDRESS)
;
; It is started by E000R. A program lies in memory line by line: its number, two bytes, the text, CR; behind the last
; one two bytes $FF. What a statement is, is found out anew each time it is executed.

reset    = $FE00        ; of the monitor
get      = $FE03
put      = $FE06
KEYBOARD = $D010
KEY_READY = $D011

text     = $40          ; the next character
here     = $42          ; the line that is being executed
end      = $44          ; the last $FF behind the program
acc      = $46          ; the value of an expression
left     = $48          ; the left side of an operation
temp     = $4A
from     = $4C
to       = $4E
found    = $50          ; a line that was looked for
seed     = $52
running  = $54          ; whether there is a line
which    = $55          ; comparisons asked for: 1 less, 2 equal, 4 greater
calls    = $56          ; bytes of the stack of GOSUB in use
loops    = $57          ; and of that of FOR
count    = $58
kept     = $59
ahead    = $5A          ; a key that was struck while a program ran; 0 if none was
vars     = $60          ; 26 of two bytes
stack    = $0300        ; GOSUB: text and here, four bytes each
forth    = $0340        ; FOR: variable, limit, step, text, here, nine bytes each
line     = $0200        ; what was typed
answer   = $0280        ; the same for INPUT
program  = $0400
memory   = $7F00        ; the program ends before this
CR       = $0D
ESC      = $1B
LAST     = $80          ; marks the last letter of a word

        .org $E000
        cld
        lda #$35
        sta seed
        sta seed+1
        lda #0
        sta ahead
        jsr clear
        ldx #title-messages
        jsr message
ready:  ldx #$FF
        txs
        lda #0
        sta running
        sta calls
        sta loops
        lda #'>'
        jsr put
        lda #>line
        ldx #<line
        jsr typed
        jsr skip
        cmp #CR
        beq ready
        jsr digit
        bcc store
        jmp go

; ---- A line with a number goes into the program

store:  jsr number
        lda acc
        ora acc+1
        beq outside
        lda acc+1
        bpl within
outside: jmp wrong
within: jsr seek
        bne insert      ; there is none of this number
        lda found
        sta to
        lda found+1
        sta to+1
        jsr follow
        lda found
        sta from
        lda found+1
        sta from+1
        lda to
        sta found
        lda to+1
        sta found+1
        ldy #0
down:   lda (from),y    ; moves what is behind it over it, with the $FF
        sta (to),y
        lda from
        cmp end
        lda from+1
        sbc end+1
        bcs ended
        inc from
        bne down2
        inc from+1
down2:  inc to
        bne down
        inc to+1
        bne down
ended:  lda to
        sta end
        lda to+1
        sta end+1
insert: jsr skip
        cmp #CR
        beq stored      ; only a number: the line is gone
        ldy #0
length: lda (text),y
        iny
        cmp #CR
        bne length
        iny
        iny
        sty count       ; as many bytes as it takes
        lda end
        sta from
        clc
        adc count
        sta to
        lda end+1
        sta from+1
        adc #0
        sta to+1
        cmp #>memory
        bcs full
        lda to
        sta end
        lda to+1
        sta end+1
        ldy #0
up:     lda (from),y
        sta (to),y
        lda from
        cmp found
        bne up2
        lda from+1
        cmp found+1
        beq room
up2:    lda from
        bne up3
        dec from+1
up3:    dec from
        lda to
        bne up4
        dec to+1
up4:    dec to
        jmp up
room:   lda acc
        sta (found),y
        iny
        lda acc+1
        sta (found),y
        lda text        ; two bytes before the text: then both have one index
        sec
        sbc #2
        sta text
        bcs copy
        dec text+1
copy:   iny
        lda (text),y
        sta (found),y
        cmp #CR
        bne copy
stored: jmp ready
full:   ldx #nomem-messages
        .byte $2C       ; BIT: skips two bytes
wrong:  ldx #syntax-messages

; ---- Mistakes: X is the message

error:  jsr message
        lda running
        beq plain
        ldx #in-messages
        jsr message
        ldy #0
        lda (here),y
        sta acc
        iny
        lda (here),y
        sta acc+1
        jsr decimal
plain:  lda #CR
        jsr put
        jmp ready

message: lda messages,x
        beq message9
        jsr put
        inx
        bne message
message9: rts
messages:
title:  .byte CR
        .ascii "TINY BASIC"
        .byte CR, 0
syntax: .ascii "?SYNTAX"
        .byte 0
nomem:  .ascii "?FULL"
        .byte 0
noline: .ascii "?NO LINE"
        .byte 0
zero:   .ascii "?DIVISION BY 0"
        .byte 0
deep:   .ascii "?TOO DEEP"
        .byte 0
nogosub: .ascii "?RETURN"
        .byte 0
nofor:  .ascii "?NEXT"
        .byte 0
in:     .ascii " IN "
        .byte 0

; ---- The program: lines, and statements with colons between them

run:    pla
        pla
        lda #0
        sta calls
        sta loops
        lda #<program
        sta here
        lda #>program
        sta here+1
        lda #1
        sta running
enter:  ldy #1          ; at the line 'here'
        lda (here),y
        bmi stop        ; there is none
        lda here
        clc
        adc #2
        sta text
        lda here+1
        adc #0
        sta text+1
        jsr escape
        beq stop
go:     jsr statement
        jsr skip
        cmp #':'
        beq more
        cmp #CR
        beq behind1
        jmp wrong
behind1:  lda running
        beq stop
        jsr forward
        lda text
        sta here
        lda text+1
        sta here+1
        jmp enter
more:   jsr forward
        jmp go
stop:   jmp ready

statement: ldx #0
        jsr skip
        cmp #CR
        beq nothing
        jsr find
        jmp let         ; no word
nothing: rts

; Looks for a word at 'text' from X on in the table, goes behind it and to what it stands for, instead of back.
find:   lda words,x
        beq nothing
        jsr word
        bcs known
        inx
        inx
        inx
        bne find
known:  pla
        pla
        lda words+2,x
        pha
        lda words+1,x
        pha
        rts

; Whether the word at X is at 'text': then goes behind it. X is then that of its last letter.
word:   jsr skip
        ldy #0
letter: lda words,x
        bmi last
        cmp (text),y
        bne miss
        inx
        iny
        bne letter
last:   and #$7F
        cmp (text),y
        bne no
        iny
        tya
        clc
        adc text
        sta text
        bcc yes
        inc text+1
yes:    sec
        rts
miss:   inx
        lda words,x
        bpl miss
no:     clc
        rts

words:  .ascii "PRIN"
        .byte 'T'|LAST
        .word print-1
        .ascii "LE"
        .byte 'T'|LAST
        .word let-1
        .ascii "I"
        .byte 'F'|LAST
        .word if-1
        .ascii "GOT"
        .byte 'O'|LAST
        .word goto-1
        .ascii "GOSU"
        .byte 'B'|LAST
        .word gosub-1
        .ascii "RETUR"
        .byte 'N'|LAST
        .word return-1
        .ascii "FO"
        .byte 'R'|LAST
        .word for-1
        .ascii "NEX"
        .byte 'T'|LAST
        .word next-1
        .ascii "INPU"
        .byte 'T'|LAST
        .word input-1
        .ascii "RE"
        .byte 'M'|LAST
        .word remark-1
        .ascii "EN"
        .byte 'D'|LAST
        .word stop-1
        .ascii "POK"
        .byte 'E'|LAST
        .word poke-1
        .ascii "LIS"
        .byte 'T'|LAST
        .word list-1
        .ascii "RU"
        .byte 'N'|LAST
        .word run-1
        .ascii "NE"
        .byte 'W'|LAST
        .word clear-1
        .ascii "BY"
        .byte 'E'|LAST
        .word reset-1
        .byte 0
values: .ascii "RN"
        .byte 'D'|LAST
        .word random-1
        .ascii "AB"
        .byte 'S'|LAST
        .word abs-1
        .ascii "PEE"
        .byte 'K'|LAST
        .word peek-1
        .byte 0
wthen:  .ascii "THE"
        .byte 'N'|LAST
wto:    .ascii "T"
        .byte 'O'|LAST
wstep:  .ascii "STE"
        .byte 'P'|LAST

; ---- Statements

clear:  lda #<(program + 1)
        sta end
        lda #>program
        sta end+1
        lda #$FF
        sta program
        sta program+1
        ldx #51
        lda #0
clear1: sta vars,x
        dex
        bpl clear1
        rts

remark: ldy #0
        lda (text),y
        cmp #CR
        beq nothing2
        jsr forward
        jmp remark
nothing2: rts

print:  jsr skip
        cmp #CR
        beq newline
        cmp #':'
        beq newline
        cmp #'"'
        bne value
quoted: jsr forward
        ldy #0
        lda (text),y
        cmp #CR
        beq unclosed
        cmp #'"'
        beq closed
        jsr put
        jmp quoted
closed: jsr forward
        jmp behind
value:  jsr expr
        jsr decimal
behind: jsr skip
        cmp #';'
        beq joined
        cmp #','
        bne newline
        lda #' '
        jsr put
joined: jsr forward
        jsr skip
        cmp #CR
        beq nothing2
        cmp #':'
        beq nothing2
        jmp print
newline: lda #CR
        jmp put
unclosed: jmp wrong

let:    jsr variable
        txa
        pha
        lda #'='
        jsr expect
        jsr expr
        pla
        tax
assign: lda acc
        sta vars,x
        lda acc+1
        sta vars+1,x
        rts

input:  jsr variable
        lda text
        pha
        lda text+1
        pha
        txa
        pha
        lda #'?'
        jsr put
        lda #' '
        jsr put
        lda #>answer
        ldx #<answer
        jsr typed
        jsr expr
        pla
        tax
        jsr assign
        pla
        sta text+1
        pla
        sta text
        jsr skip
        cmp #','
        bne input9
        jsr forward
        jmp input
input9: rts

if:     jsr expr
        lda acc
        ora acc+1
        bne then
        jmp remark      ; the rest of the line does not count
then:   ldx #wthen-words
        jsr word
        jsr skip
        jsr digit
        bcc goto
        jmp statement

goto:   jsr expr
        pla
        pla
jump:   jsr seek
        bne lost
        lda found
        sta here
        lda found+1
        sta here+1
        lda #1
        sta running
        jmp enter
lost:   ldx #noline-messages
        jmp error

gosub:  jsr expr
        ldx calls
        cpx #64
        bcs toodeep
        lda text
        sta stack,x
        lda text+1
        sta stack+1,x
        lda here
        sta stack+2,x
        lda here+1
        ldy running
        bne direct
        lda #0          ; called by hand
direct: sta stack+3,x
        inx
        inx
        inx
        inx
        stx calls
        pla
        pla
        jmp jump
toodeep: ldx #deep-messages
        jmp error

return: ldx calls
        beq nocall
        dex
        dex
        dex
        dex
        stx calls
        lda stack,x
        sta text
        lda stack+1,x
        sta text+1
        lda stack+2,x
        sta here
        lda stack+3,x
        sta here+1
        sta running     ; 0 if it was called by hand
        rts
nocall: ldx #nogosub-messages
        jmp error

for:    jsr let1        ; X: the variable
        stx kept
        ldx #0          ; a loop of this variable that is under way ends, and those in it
search: cpx loops
        bcs place
        lda forth,x
        cmp kept
        beq place
        txa
        clc
        adc #9
        tax
        bne search
place:  cpx #72
        bcs toodeep
        txa
        pha
        lda kept
        sta forth,x
        ldx #wto-words
        jsr word
        bcc badfor
        jsr expr
        pla
        tax
        pha
        lda acc
        sta forth+1,x
        lda acc+1
        sta forth+2,x
        lda #1
        sta acc
        lda #0
        sta acc+1
        ldx #wstep-words
        jsr word
        bcc one
        jsr expr
one:    pla
        tax
        lda acc
        sta forth+3,x
        lda acc+1
        sta forth+4,x
        lda text
        sta forth+5,x
        lda text+1
        sta forth+6,x
        lda here
        sta forth+7,x
        lda here+1
        sta forth+8,x
        txa
        clc
        adc #9
        sta loops
        rts
badfor: jmp wrong
let1:   jsr variable
        txa
        pha
        lda #'='
        jsr expect
        jsr expr
        pla
        tax
        jmp assign

next:   jsr variable
        stx kept
        ldx loops
inner:  txa             ; the innermost loop of this variable
        beq noloop
        sec
        sbc #9
        tax
        lda forth,x
        cmp kept
        bne inner
        stx count
        ldy kept
        clc
        lda vars,y
        adc forth+3,x
        sta vars,y
        sta acc
        lda vars+1,y
        adc forth+4,x
        sta vars+1,y
        sta acc+1
        bvs over        ; beyond all numbers
        lda forth+4,x
        bmi falling
        lda forth+1,x   ; limit - variable
        cmp acc
        lda forth+2,x
        sbc acc+1
        jmp sign
falling: lda acc
        cmp forth+1,x
        lda acc+1
        sbc forth+2,x
sign:   bvc sign2
        eor #$80
sign2:  bmi over
        lda forth+5,x
        sta text
        lda forth+6,x
        sta text+1
        lda forth+7,x
        sta here
        lda forth+8,x
        sta here+1
        txa
        clc
        adc #9
        sta loops
        rts
over:   ldx count
        stx loops
        rts
noloop: ldx #nofor-messages
        jmp error

poke:   jsr expr
        lda acc
        pha
        lda acc+1
        pha
        lda #','
        jsr expect
        jsr expr
        pla
        sta to+1
        pla
        sta to
        ldy #0
        lda acc
        sta (to),y
        rts

list:   lda #<program
        sta found
        lda #>program
        sta found+1
list1:  ldy #1
        lda (found),y
        bmi list9
        sta acc+1
        dey
        lda (found),y
        sta acc
        jsr decimal
        lda #' '
        jsr put
        ldy #2
list2:  lda (found),y
        jsr put
        cmp #CR
        beq list3
        iny
        bne list2
list3:  jsr follow
        jsr escape
        bne list1
list9:  rts

; ---- Expressions: the value is in acc

expr:   jsr sum
        lda #0
        sta which
signs:  jsr skip
        ldx #1
        cmp #'<'
        beq sign3
        inx
        cmp #'='
        beq sign3
        ldx #4
        cmp #'>'
        bne asked
sign3:  txa
        ora which
        sta which
        jsr forward
        jmp signs
asked:  lda which
        beq expr9
        pha
        lda acc+1
        pha
        lda acc
        pha
        jsr sum
        pla
        sta left
        pla
        sta left+1
        lda left
        cmp acc
        lda left+1
        sbc acc+1
        bvc order
        eor #$80
order:  ldx #1
        and #$80
        bne is
        ldx #2
        lda left
        cmp acc
        bne above
        lda left+1
        cmp acc+1
        beq is
above:  ldx #4
is:     stx temp
        pla
        and temp
        beq false
        lda #1
false:  sta acc
        lda #0
        sta acc+1
expr9:  rts

sum:    jsr product
sum1:   jsr skip
        cmp #'+'
        beq plus
        cmp #'-'
        bne sum9
        jsr operand
        jsr product
        jsr negate
        jmp added
plus:   jsr operand
        jsr product
added:  pla
        clc
        adc acc
        sta acc
        pla
        adc acc+1
        sta acc+1
        jmp sum1
sum9:   rts

product: jsr factor
product1: jsr skip
        cmp #'*'
        beq times
        cmp #'/'
        bne sum9
        jsr operand
        jsr factor
        jsr operands
        jsr divide
        lda left
        sta acc
        lda left+1
        sta acc+1
        bit count       ; the sign
        bpl product1
        jsr negate
        jmp product1
times:  jsr operand
        jsr factor
        jsr operands
        jsr multiply
        jmp product1

; Pushes acc and goes behind the operator.
operand: jsr forward
        pla
        sta temp
        pla
        sta temp+1
        lda acc+1
        pha
        lda acc
        pha
back:   lda temp+1
        pha
        lda temp
        pha
        rts
; Pulls what it pushed into 'left'.
operands: pla
        sta temp
        pla
        sta temp+1
        pla
        sta left
        pla
        sta left+1
        jmp back

multiply: lda #0         ; acc = left * acc
        sta temp
        sta temp+1
        ldx #16
multiply1: asl temp
        rol temp+1
        asl left
        rol left+1
        bcc multiply2
        clc
        lda temp
        adc acc
        sta temp
        lda temp+1
        adc acc+1
        sta temp+1
multiply2: dex
        bne multiply1
        lda temp
        sta acc
        lda temp+1
        sta acc+1
        rts

divide: lda acc         ; left / acc, both made positive; temp is the rest, bit 7 of 'count' the sign
        ora acc+1
        bne divide1
        ldx #zero-messages
        jmp error
divide1: lda left+1
        eor acc+1
        sta count
        lda acc+1
        bpl divide2
        jsr negate
divide2: lda left+1
        bpl divide3
        lda #0
        sec
        sbc left
        sta left
        lda #0
        sbc left+1
        sta left+1
divide3: lda #0
        sta temp
        sta temp+1
        ldx #16
divide4: asl left
        rol left+1
        rol temp
        rol temp+1
        sec
        lda temp
        sbc acc
        tay
        lda temp+1
        sbc acc+1
        bcc divide5
        sta temp+1
        sty temp
        inc left
divide5: dex
        bne divide4
        rts

negate: lda #0
        sec
        sbc acc
        sta acc
        lda #0
        sbc acc+1
        sta acc+1
        rts

factor: tsx
        cpx #$30
        bcs factor1
        jmp toodeep
factor1: jsr skip
        cmp #'('
        beq inside
        cmp #'-'
        bne factor2
        jsr forward
        jsr factor
        jmp negate
factor2: jsr digit
        bcc number
        ldx #values-words
        jsr find
        jsr variable
        lda vars,x
        sta acc
        lda vars+1,x
        sta acc+1
        rts
inside: lda #'('
        jsr expect
        jsr expr
        lda #')'
        jmp expect

number: lda #0
        sta acc
        sta acc+1
number1: ldy #0
        lda (text),y
        jsr digit
        bcs number9
        pha
        asl acc
        rol acc+1
        ldx acc
        ldy acc+1
        asl acc
        rol acc+1
        asl acc
        rol acc+1
        stx temp
        sty temp+1
        clc
        lda acc
        adc temp
        sta acc
        lda acc+1
        adc temp+1
        sta acc+1
        pla
        clc
        adc acc
        sta acc
        bcc number2
        inc acc+1
number2: jsr forward
        jmp number1
number9: rts

abs:    jsr inside
        lda acc+1
        bpl number9
        jmp negate

peek:   jsr inside
        ldy #0
        lda (acc),y
        sta acc
        sty acc+1
        rts

random: jsr inside      ; a shift register with feedback at bits 15, 13, 12 and 10 comes round after 65535 steps
        ldx #16
random1: asl seed
        rol seed+1
        bcc random2
        lda seed
        eor #$2D
        sta seed
random2: dex
        bne random1
        lda seed
        sta left
        lda seed+1
        and #$7F
        sta left+1
        jsr divide
        lda temp
        clc
        adc #1
        sta acc
        lda temp+1
        adc #0
        sta acc+1
        rts

; Prints acc.
decimal: lda acc+1
        bpl decimal1
        lda #'-'
        jsr put
        jsr negate
decimal1: ldx #4
        lda #0
        sta count       ; whether a digit was printed
decimal2: ldy #'0'
decimal3: sec
        lda acc
        sbc tenslow,x
        sta temp
        lda acc+1
        sbc tenshigh,x
        bcc decimal4
        sta acc+1
        lda temp
        sta acc
        iny
        bne decimal3
decimal4: tya
        cmp #'0'
        bne decimal5
        cpx #0
        beq decimal5
        ldy count
        beq decimal6
decimal5: jsr put
        sta count
decimal6: dex
        bpl decimal2
        rts
tenslow: .byte <1, <10, <100, <1000, <10000
tenshigh: .byte >1, >10, >100, >1000, >10000

; ---- Keys and text

; Z is set if ESC was struck; another key is kept for later.
escape: lda ahead
        bne escape9
        lda KEY_READY
        bpl escape8
        lda KEYBOARD
        cmp #ESC|$80
        beq escape9
        and #$7F
        sta ahead
escape8: lda #1
escape9: rts

key:    lda ahead
        beq key1
        pha
        lda #0
        sta ahead
        pla
        rts
key1:   jmp get

; A: the next character that is no space.
skip:   ldy #0
        lda (text),y
        cmp #' '
        bne skip9
        jsr forward
        jmp skip
forward: inc text
        bne skip9
        inc text+1
skip9:  rts

; Goes behind the character A, which must come next.
expect: sta temp
        jsr skip
        cmp temp
        beq forward
bad:    jmp wrong

; Carry clear if A is a digit, A then its value.
digit:  cmp #'0'
        bcc digit9
        cmp #':'
        bcs digit9
        and #$0F
        clc
        rts
digit9: sec
        rts

; X: twice the number of the variable that comes next.
variable: jsr skip
        sec
        sbc #'A'
        cmp #26
        bcs bad
        asl A
        tax
        jmp forward

; Looks for the line of number acc: Z is set if there is one; 'found' is that or the one before which it would lie.
seek:   lda #<program
        sta found
        lda #>program
        sta found+1
seek1:  ldy #1
        lda (found),y
        bmi seek9       ; the end: Z is clear
        cmp acc+1
        bne seek2
        dey
        lda (found),y
        cmp acc
seek2:  bcs seek9
        jsr follow
        jmp seek1
seek9:  rts

; 'found' goes to the next line.
follow: ldy #1
follow1: iny
        lda (found),y
        cmp #CR
        bne follow1
        tya
        sec
        adc found
        sta found
        bcc follow9
        inc found+1
follow9: rts

; Reads a line to the address in A (high) and X, where 'text' then is.
typed:  sta text+1
        stx text
typed0: ldy #0
typed1: jsr key
        cmp #'_'
        beq typed3
        cmp #ESC
        beq typed4
        cmp #CR
        beq typed2
        cmp #' '
        bcc typed1
        cpy #100
        bcs typed1      ; the line is full
        jsr put
        sta (text),y
        iny
        bne typed1
typed2: sta (text),y
        jmp put
typed3: tya
        beq typed1
        dey
        lda #'_'
        jsr put
        jmp typed1
typed4: lda #CR
        jsr put
        jmp typed0

; A Forth for the Z80 under CP/M: numbers of 16 bits, words that are compiled to machine code, errors that are told.
;
; A word is a subroutine, and what is compiled is a row of CALLs: the return stack is that of the processor. Of the data stack
; the top is HL, the others lie in one page of memory, the next at IX; so whoever leaves the page has taken too much from it
; or put too much on it. Words may change all other registers; push and drop change only A.

.equ BDOS, 5
.equ CALL, 0xCD
.equ JUMP, 0xC3
.equ RETURN, 0xC9
.equ NOW, 0x80                  ; of a name: the word runs while others are compiled,
.equ INSIDE, 0x40               ; and it is of use in definitions alone
.equ LOOPED, 0x20               ; and there in loops alone
.equ LENGTH, 0x1F
.equ EMPTY, 0xFE                ; low byte of IX when nothing is on the stack
.equ IFS, 1                     ; what was begun and not ended
.equ BEGINS, 2
.equ WHILES, 3
.equ LOOPS, 4

        .org 0x100
        ld hl, (6)
        ld (top), hl
        ld de, hello
        call print
fresh:  ld ix, cells + EMPTY
        xor a
        ld (compiling), a
ready:  ld sp, (top)
        ld de, line
        call print
        ld de, buffer
        ld c, 10
        call system
        ld hl, buffer + 1
        ld e, (hl)
        ld d, 0
        inc hl
        ld (text), hl
        add hl, de
        ld (hl), 0
        ld a, 10
        call put

; Takes the words of the line, one after the other.
interpret:
        call parse
        jr z, ended
        call find
        jr nc, unknown
        ld b, a
        ld a, (compiling)
        or a
        jr z, outside
        bit 7, b
        jr nz, run
        bit 5, b
        call nz, inloop
        ex de, hl
        call callto
        jr interpret
outside:
        bit 6, b
        ld de, onlyin
        jp nz, error
run:    ld bc, back
        push bc
        push hl
        ld hl, (tos)
        ret
back:   ld (tos), hl
        jr interpret

unknown:
        call number
        ld hl, back
        push hl
        ld hl, (tos)
        ld a, (compiling)
        or a
        jp nz, literal
        call push
        ex de, hl
        ret

ended:  ld a, (compiling)
        or a
        ld de, ok
        call z, print
        jr ready

; Tells what is wrong with the word at hand, by the message at DE, and begins anew; the unfinished definition is gone.
error:  push de
        ld hl, (word)
        ld a, (length)
        ld b, a
        call type
        pop de
        call print
        ld a, (compiling)
        or a
        jp z, fresh
        ld hl, (begun)
        ld (here), hl
        jp fresh

; ---- Names

; The next word of the line, in capitals: HL, and B letters; Z if there is none.
parse:  ld hl, (text)
        ld b, 0
skip:   ld a, (hl)
        or a
        jr z, behind
        cp ' ' + 1
        jr nc, first
        inc hl
        jr skip
first:  push hl
letter: ld a, (hl)
        cp ' ' + 1
        jr c, last
        cp 'a'
        jr c, capital
        cp 'z' + 1
        jr nc, capital
        sub 32
        ld (hl), a
capital:
        inc hl
        inc b
        jr letter
last:   ex (sp), hl
        ld (word), hl
        pop hl
        or a
        jr z, behind
        inc hl
behind: ld (text), hl
        ld hl, (word)
        ld a, b
        ld (length), a
        or a
        ret

; Finds the word: HL is what to call, A its length and kind; carry if there is one. The newest comes first.
find:   ld de, (latest)
user:   ld a, d
        or e
        jr z, builtin
        push de
        call same
        pop hl
        jr z, found
        dec hl
        ld d, (hl)
        dec hl
        ld e, (hl)
        jr user
found:  ex de, hl
        ld a, c
        scf
        ret
builtin:
        ld de, names
entry:  ld a, (de)
        or a
        ret z
        push de
        call same
        pop hl
        jr z, there
        ld a, (hl)
        call next
        jr entry
there:  ex de, hl
        ld e, (hl)
        inc hl
        ld d, (hl)
        jr found

; The entry behind that at HL, whose first byte is A: DE.
next:   and LENGTH
        add a, 3
        ld e, a
        ld d, 0
        add hl, de
        ex de, hl
        ret

; Whether the entry at DE has the name of the word: Z, with C its first byte and DE behind it.
same:   ld a, (de)
        ld c, a
        and LENGTH
        ld b, a
        ld a, (length)
        cp b
        ret nz
        inc de
        ld hl, (word)
equal:  ld a, (de)
        cp (hl)
        ret nz
        inc hl
        inc de
        djnz equal
        ret

; The word as a number, in the base that holds: DE.
number: ld hl, (word)
        ld a, (length)
        ld b, a
        ld a, (hl)
        cp '-'
        ld de, 0
        jr nz, digit
        inc hl
        dec b
        jr z, none
        call digit
        call negate
        ld a, d
        or e
        ret z
        bit 7, d
        ret nz
large:  ld de, toolarge
        jp error
digit:  ld a, (hl)
        inc hl
        sub '0'
        jr c, none
        cp 10
        jr c, value
        sub 7
        cp 10
        jr c, none
value:  ld c, a
        ld a, (base)
        dec a
        cp c
        jr c, none
        push bc
        push hl
        push de
        ld b, 0
        push bc
        ld bc, (base)
        call multiply
        pop bc
        add hl, bc
        push hl
        ld de, (base)
        call divide
        pop bc
        pop de
        or a
        sbc hl, de              ; what it was without this digit, unless it has become more than 16 bits
        ld d, b
        ld e, c
        pop hl
        pop bc
        jr nz, large
        djnz digit
        ret
none:   ld de, noword
        jp error

; ---- The data stack

; A copy of what is on the top.
push:   dec ix
        dec ix
        ld (ix+0), l
        ld (ix+1), h
        jr check

drop:   ld l, (ix+0)
        ld h, (ix+1)
        inc ix
        inc ix
check:  ld a, IXH
        cp >cells
        ret z
        ld de, toomany
        jp c, error
under:  ld de, toofew
        jp error

; There must be one, two or three on the stack.
one:    ld a, IXL
        cp EMPTY
        ret c
        jr under
two:    ld a, IXL
        cp EMPTY - 2
        ret c
        jr under
three:  ld a, IXL
        cp EMPTY - 4
        ret c
        jr under

; The top into DE, the next into HL.
pair:   call two
        ex de, hl
        jr drop

dup:    call one
        jr push
over:   call two
        call push
        ld l, (ix+2)
        ld h, (ix+3)
        ret
swap:   call two
        ld e, (ix+0)
        ld d, (ix+1)
        ld (ix+0), l
        ld (ix+1), h
        ex de, hl
        ret
rotate: call three
        push hl
        ld l, (ix+2)
        ld h, (ix+3)
        ld e, (ix+0)
        ld d, (ix+1)
        ld (ix+2), e
        ld (ix+3), d
        pop de
        ld (ix+0), e
        ld (ix+1), d
        ret
nip:    call two
        push hl
        call drop
        pop hl
        ret
unless: call one                ; ?DUP
        ld a, h
        or l
        ret z
        jp push
depth:  ld a, EMPTY
        sub IXL
        rrca
        ld b, a
        call push
        ld l, b
        ld h, 0
        ret

; ---- Arithmetic

plus:   call pair
        add hl, de
        ret
minus:  call pair
        or a
        sbc hl, de
        ret
times:  call pair
        ld b, h
        ld c, l
; HL is DE times BC.
multiply:
        ld hl, 0
        ld a, 16
double: add hl, hl
        ex de, hl
        add hl, hl
        ex de, hl
        jr nc, even
        add hl, bc
even:   dec a
        jr nz, double
        ret

; HL divided by DE, without signs: HL, and what remains: DE.
divide: ld a, d
        or e
        push de
        ld de, byzero
        jp z, error
        pop de
        ld b, h
        ld c, l
        ld hl, 0
        ld a, 16
bits:   sla c
        rl b
        adc hl, hl
        jr c, fits
        sbc hl, de
        jr nc, bit1
        add hl, de
        jr bit0
fits:   or a
        sbc hl, de
bit1:   inc c
bit0:   dec a
        jr nz, bits
        ex de, hl
        ld h, b
        ld l, c
        ret

; Rounds down, so that what remains has the sign of the divisor.
slashmod:
        call pair
        ld a, h
        xor d
        push af
        push de
        call magnitude
        bit 7, d
        call nz, negate
        call divide
        pop bc                  ; the divisor
        pop af
        rlca
        jr nc, alike
        call opposite
        ld a, d
        or e
        jr z, alike
        dec hl
        push hl
        ld h, b
        ld l, c
        call magnitude
        or a
        sbc hl, de
        ex de, hl
        pop hl
alike:  bit 7, b
        call nz, negate
        ex de, hl
        call push
        ex de, hl
        ret
slash:  call slashmod
        jp nip
modulo: call slashmod
        jp drop

absolute:
        call one
magnitude:
        bit 7, h
        ret z
opposite:
        ex de, hl
        call negate
        ex de, hl
        ret
negative:
        call one
        jr opposite
; DE becomes what added to it is 0.
negate: xor a
        sub e
        ld e, a
        sbc a, a
        sub d
        ld d, a
        ret

increment:
        call one
        inc hl
        ret
decrement:
        call one
        dec hl
        ret
twice:  call one
        add hl, hl
        ret
invert: call one
        ld a, h
        cpl
        ld h, a
        ld a, l
        cpl
        ld l, a
        ret
both:   call pair
        ld a, h
        and d
        ld h, a
        ld a, l
        and e
        ld l, a
        ret
either: call pair
        ld a, h
        or d
        ld h, a
        ld a, l
        or e
        ld l, a
        ret
unequal:
        call pair
        ld a, h
        xor d
        ld h, a
        ld a, l
        xor e
        ld l, a
        ret

; Truth is -1.
equals: call minus
        jr iszero
not:    call one
iszero: ld a, h
        or l
        sub 1
        jr truth
below0: call one
        ld a, h
        jr sign
greater:
        call swap
less:   call minus
        ld a, h
        jp po, sign             ; of the difference: it may have overflowed
        cpl
sign:   rlca
truth:  sbc hl, hl
        ret
lower:  call minus
        jr truth
least:  call over
        call over
        call less
        jr choose
most:   call over
        call over
        call greater
; Drops the second if the top is true, the first if not; and the top.
choose: ld a, l
        or a
        push af
        call drop
        pop af
        jp z, nip
        jp drop

; ---- Memory

fetch:  call one
        ld e, (hl)
        inc hl
        ld d, (hl)
        ex de, hl
        ret
store:  call pair
        ex de, hl
        ld (hl), e
        inc hl
        ld (hl), d
        jp drop
fetchbyte:
        call one
        ld l, (hl)
        ld h, 0
        ret
storebyte:
        call pair
        ex de, hl
        ld (hl), e
        jp drop
addto:  call pair
        ex de, hl
        ld a, (hl)
        add a, e
        ld (hl), a
        inc hl
        ld a, (hl)
        adc a, d
        ld (hl), a
        jp drop
gethere:
        call push
        ld hl, (here)
        ret
allot:  call one
        ex de, hl
        ld hl, (here)
        add hl, de
        call room
        ld (here), hl
        jp drop
atbase: call push
        ld hl, base
        ret
decimal:
        ld bc, 10
setbase:
        ld (base), bc
        ret
hexadecimal:
        ld bc, 16
        jr setbase

; ---- The terminal

system: push hl
        push ix
        call BDOS
        pop ix
        pop hl
        ret

; What is at DE, to a dollar.
print:  ld c, 9
        jr system

; The character A.
put:    push bc
        push de
        ld e, a
        ld c, 2
        call system
        pop de
        pop bc
        ret

blank:  ld a, ' '
        jr put
cr:     ld a, 13
        call put
        ld a, 10
        jr put
emit:   call one
        ld a, l
        call drop
        jr put
spaces: call one
        ld b, h
        ld c, l
        call drop
more:   bit 7, b
        ret nz
        ld a, b
        or c
        ret z
        call blank
        dec bc
        jr more

; The B characters at HL.
type:   ld a, b
        or a
        ret z
        ld a, (hl)
        inc hl
        call put
        dec b
        jr type
typeout:
        call pair
        push hl
        call drop
        ex (sp), hl
        ld b, e
        call type
        pop hl
        ret

key:    call push
waits:  ld c, 6
        ld e, 0xFF
        call system
        or a
        jr z, waits
        ld l, a
        ld h, 0
        ret

dot:    call one
        call shown
        jp drop
; The number HL and a space; HL stays.
shown:  push hl
        bit 7, h
        jr z, positive
        ld a, '-'
        call put
        call opposite
positive:
        call digits
        call blank
        pop hl
        ret
dotunsigned:
        call one
        push hl
        call digits
        call blank
        pop hl
        jp drop
digits: call deep
        ld de, (base)
        call divide
        push de
        ld a, h
        or l
        call nz, digits
        pop de
        ld a, e
        add a, '0'
        cp '9' + 1
        jp c, put
        add a, 7
        jp put

; All that is on the stack, the top last.
dots:   push hl
        ld a, '<'
        call put
        call depth
        push hl
        call digits
        pop bc
        call drop
        ld a, '>'
        call put
        call blank
        ld a, c
        or a
        jr z, nothing
        ld de, cells + EMPTY - 4
deeper: dec c
        jr z, itself
        ld a, (de)
        ld l, a
        inc de
        ld a, (de)
        ld h, a
        dec de
        dec de
        dec de
        push bc
        push de
        call shown
        pop de
        pop bc
        jr deeper
itself: pop hl
        jr shown
nothing:
        pop hl
        ret

words:  push hl
        ld hl, (latest)
ours:   ld a, h
        or l
        jr z, theirs
        push hl
        call name
        pop hl
        dec hl
        ld d, (hl)
        dec hl
        ld e, (hl)
        ex de, hl
        jr ours
theirs: ld hl, names
their:  ld a, (hl)
        or a
        jr z, nothing
        push hl
        call name
        pop hl
        ld a, (hl)
        call next
        ex de, hl
        jr their
name:   ld a, (hl)
        and LENGTH
        ld b, a
        inc hl
        call type
        jp blank

; ---- What is compiled

; The byte A, the word DE, or a CALL of DE, at the end of memory that is taken.
byte:   push hl
        ld hl, (here)
        ld (hl), a
        inc hl
        call room
        ld (here), hl
        pop hl
        ret
; Memory may be taken up to HL: two pages stay free for the return stack.
room:   ld a, (top + 1)
        sub 2
        cp h
        jr c, full
        ld a, h
        cp >dictionary
        ret nc
full:   ld de, nomemory
        jp error
callto: ld a, CALL
then16: call byte
word16: ld a, e
        call byte
        ld a, d
        jr byte
jumpto: ld a, JUMP
        jr then16

; The number DE; it is pushed.
literal:
        push de
        ld de, constant
        call callto
        pop de
        jr word16
; The number behind the CALL.
constant:
        call push
        pop hl
        ld e, (hl)
        inc hl
        ld d, (hl)
        inc hl
        push hl
        ex de, hl
        ret

; Goes where the word behind the CALL says, if the top is 0.
unlesstrue:
        call one
        ld b, h
        ld c, l
        call drop
        pop de
        ld a, b
        or c
        jr z, take
        inc de
        inc de
        push de
        ret
take:   ex de, hl
        ld c, (hl)
        inc hl
        ld b, (hl)
        ex de, hl
        push bc
        ret

; Remembers this place, for something of kind B.
mark:   call gethere
        call push
        ld l, b
        ld h, 0
        ret
; The place that was remembered for kind B: DE.
match:  ld de, unbalanced
        ld a, (level)
        sub 4
        jp c, error
        cp IXL
        jp c, error             ; what there is was there before the definition
        ld a, l
        xor b
        or h
        jp nz, error
        call drop
        ld d, h
        ld e, l
        jp drop
; Has the word at DE say this place.
patch:  push hl
        ld hl, (here)
        ex de, hl
        ld (hl), e
        inc hl
        ld (hl), d
        pop hl
        ret

if:     ld b, IFS
skipping:
        ld de, unlesstrue
        call callto
        call mark
        jr word16
else:   ld b, IFS
        call match
        push de
        ld a, JUMP
        call byte
        call mark
        call word16
        pop de
        jr patch
then:   ld b, IFS
        call match
        jr patch
begin:  ld b, BEGINS
        jr mark
until:  ld b, BEGINS
        call match
        push de
        ld de, unlesstrue
        call callto
        pop de
        jp word16
again:  ld b, BEGINS
        call match
        jp jumpto
while:  ld b, WHILES
        jr skipping
repeat: ld b, WHILES
        call match
        push de
        call again
        pop de
        jr patch
do:     ld a, (loops)
        inc a
        ld (loops), a
        ld de, doing
        call callto
        ld b, LOOPS
        call mark               ; where the end will be said
        jp word16
loop:   ld bc, stepone
        jr ends
plusloop:
        ld bc, step
ends:   push bc
        ld b, LOOPS
        call match
        ld a, (loops)
        dec a
        ld (loops), a
        pop bc
        push de
        ld d, b
        ld e, c
        call callto
        pop de
        push de
        inc de
        inc de
        call word16
        pop de
        jp patch
; There must be a loop around this.
inloop: ld a, (loops)
        or a
        ret nz
        ld de, noloop
        jp error
exit:   ld a, RETURN
        jp byte
recurse:
        push hl
        ld de, deep
        call callto
        ld hl, (newest)
        ld a, (hl)
        and LENGTH
        inc a
        ld e, a
        ld d, 0
        add hl, de
        ex de, hl
        pop hl
        jp callto

; ---- The return stack

; A loop has three things there: its index on the top, 0x8000 less its limit, and where its end is, which is said behind the CALL.
; The index is kept with the second added, so that it overflows when it passes the limit.
doing:  call pair
        xor a
        sub l
        ld c, a
        ld a, 0x80
        sbc a, h
        ld b, a
        call drop
        ld (kept), hl
        pop hl
        push de
        ld e, (hl)
        inc hl
        ld d, (hl)
        inc hl
        ex (sp), hl             ; the start
        ex de, hl
        ex (sp), hl             ; the end, for what follows the CALL
        push bc
        ex de, hl
        add hl, bc
        push hl
        push de
        ld hl, (kept)
        ret
step:   call one
        ld b, h
        ld c, l
        call drop
        jr stepped
stepone:
        ld bc, 1
stepped:
        ld (kept), hl
        pop de
        pop hl
        or a
        adc hl, bc
        jp pe, passed
        push hl
        ex de, hl
        ld e, (hl)
        inc hl
        ld d, (hl)
        push de
        ld hl, (kept)
        ret
passed: pop hl
        pop hl
        inc de
        inc de
        push de
        ld hl, (kept)
        ret
index:  call push
        pop de
        pop hl
        pop bc
        push bc
        push hl
        or a
        sbc hl, bc
        push de
        ret
outer:  call push
        ld hl, 8
        add hl, sp
        ld e, (hl)
        inc hl
        ld d, (hl)
        inc hl
        ld c, (hl)
        inc hl
        ld b, (hl)
        ex de, hl
        or a
        sbc hl, bc
        ret
leave:  pop de
        pop de
        pop de
        ret                     ; to the end
unloop: pop de
        pop bc
        pop bc
        pop bc
        push de
        ret
away:   call deep               ; >R
        call one
        pop de
        push hl
        push de
        jp drop
return: call push               ; R>
        pop de
        pop hl
        push de
        ret
copied: call push               ; R@
        pop de
        pop hl
        push hl
        push de
        ret
; Whether there is room for one more call.
deep:   ld (kept), hl
        ld hl, (here)
        ld de, 128
        add hl, de
        or a
        sbc hl, sp
        ld de, toodeep
        jp nc, error
        ld hl, (kept)
        ret

; ---- Definitions

; Takes a name from the line and begins a word.
header: push hl
        ld hl, (here)
        ld (begun), hl
        call parse
        ld de, noname
        jp z, error
        cp LENGTH + 1
        ld de, longname
        jp nc, error
        ld c, a
        ld de, (latest)
        call word16
        ld hl, (here)
        ld (newest), hl
        ld a, c
        call byte
        ld hl, (word)
        ld b, c
naming: ld a, (hl)
        inc hl
        call byte
        djnz naming
        pop hl
        ret
publish:
        ld de, (newest)
        ld (latest), de
        ret
colon:  ld a, (compiling)
        or a
        ld de, nested
        jp nz, error
        call header
        ld (level), ix
        xor a
        ld (loops), a
        inc a
        ld (compiling), a
        ret
semicolon:
        ld de, (level)
        ld a, IXL
        cp e
        ld de, unbalanced
        jp nz, error
        call exit
        xor a
        ld (compiling), a
        jr publish
create: call header
        ld de, variable
        call callto
        jr publish
makevariable:
        call create
        ld de, 0
        jp word16
makeconstant:
        call one
        call header
        ld d, h
        ld e, l
        call literal
        call exit
        call publish
        jp drop
comma:  call one
        ex de, hl
        call word16
        jp drop
; What is behind the CALL.
variable:
        call push
        pop hl
        ret
tick:   push hl
        call parse
        ld de, noname
        jp z, error
        call find
        ld de, noword
        jp nc, error
        ex de, hl
        pop hl
        call push
        ex de, hl
        ret
execute:
        call deep
        call one
        ld d, h
        ld e, l
        call drop
        push de
        ret

; ---- Texts

; Prints what stands up to the next quotation mark, or has it printed.
quote:  push hl
        ld hl, (text)
        push hl
        ld b, 0
counting:
        ld a, (hl)
        or a
        jr z, counted
        inc hl
        cp '"'
        jr z, counted
        inc b
        jr counting
counted:
        ld (text), hl
        pop hl
        ld a, (compiling)
        or a
        jr z, atonce
        ld de, quoted
        call callto
        ld a, b
        call byte
        inc b
copying:
        dec b
        jr z, copiedall
        ld a, (hl)
        inc hl
        call byte
        jr copying
atonce: call type
copiedall:
        pop hl
        ret
; Prints the text behind the CALL.
quoted: ex (sp), hl
        ld b, (hl)
        inc hl
        call type
        ex (sp), hl
        ret
; Comments: up to a parenthesis, or to the end of the line.
paren:  ld de, (text)
closing:
        ld a, (de)
        or a
        jr z, closed
        inc de
        cp ')'
        jr nz, closing
closed: ld (text), de
        ret
comment:
        ld de, nothingmore
        jr closed
bye:    jp 0

; ---- The words, each with its length and kind, its name and where it is

names:  .byte 1
        .ascii "+"
        .half plus
        .byte 1
        .ascii "-"
        .half minus
        .byte 1
        .ascii "*"
        .half times
        .byte 1
        .ascii "/"
        .half slash
        .byte 3
        .ascii "MOD"
        .half modulo
        .byte 4
        .ascii "/MOD"
        .half slashmod
        .byte 6
        .ascii "NEGATE"
        .half negative
        .byte 3
        .ascii "ABS"
        .half absolute
        .byte 3
        .ascii "MIN"
        .half least
        .byte 3
        .ascii "MAX"
        .half most
        .byte 2
        .ascii "1+"
        .half increment
        .byte 2
        .ascii "1-"
        .half decrement
        .byte 2
        .ascii "2*"
        .half twice
        .byte 3
        .ascii "AND"
        .half both
        .byte 2
        .ascii "OR"
        .half either
        .byte 3
        .ascii "XOR"
        .half unequal
        .byte 6
        .ascii "INVERT"
        .half invert
        .byte 1
        .ascii "="
        .half equals
        .byte 1
        .ascii "<"
        .half less
        .byte 1
        .ascii ">"
        .half greater
        .byte 2
        .ascii "U<"
        .half lower
        .byte 2
        .ascii "0="
        .half not
        .byte 2
        .ascii "0<"
        .half below0
        .byte 3
        .ascii "DUP"
        .half dup
        .byte 4
        .ascii "?DUP"
        .half unless
        .byte 4
        .ascii "DROP"
        .half drop
        .byte 4
        .ascii "SWAP"
        .half swap
        .byte 4
        .ascii "OVER"
        .half over
        .byte 3
        .ascii "ROT"
        .half rotate
        .byte 3
        .ascii "NIP"
        .half nip
        .byte 5
        .ascii "DEPTH"
        .half depth
        .byte 2
        .ascii ".S"
        .half dots
        .byte 1
        .ascii "@"
        .half fetch
        .byte 1
        .ascii "!"
        .half store
        .byte 2
        .ascii "C@"
        .half fetchbyte
        .byte 2
        .ascii "C!"
        .half storebyte
        .byte 2
        .ascii "+!"
        .half addto
        .byte 4
        .ascii "HERE"
        .half gethere
        .byte 5
        .ascii "ALLOT"
        .half allot
        .byte 1
        .ascii ","
        .half comma
        .byte 4
        .ascii "BASE"
        .half atbase
        .byte 7
        .ascii "DECIMAL"
        .half decimal
        .byte 3
        .ascii "HEX"
        .half hexadecimal
        .byte 1
        .ascii "."
        .half dot
        .byte 2
        .ascii "U."
        .half dotunsigned
        .byte 2
        .ascii "CR"
        .half cr
        .byte 4
        .ascii "EMIT"
        .half emit
        .byte 5
        .ascii "SPACE"
        .half blank
        .byte 6
        .ascii "SPACES"
        .half spaces
        .byte 4
        .ascii "TYPE"
        .half typeout
        .byte 3
        .ascii "KEY"
        .half key
        .byte 5
        .ascii "WORDS"
        .half words
        .byte 1
        .ascii ":"
        .half colon
        .byte 8
        .ascii "VARIABLE"
        .half makevariable
        .byte 8
        .ascii "CONSTANT"
        .half makeconstant
        .byte 6
        .ascii "CREATE"
        .half create
        .byte 1
        .ascii "'"
        .half tick
        .byte 7
        .ascii "EXECUTE"
        .half execute
        .byte 3
        .ascii "BYE"
        .half bye
        .byte 1 + NOW
        .ascii "("
        .half paren
        .byte 1 + NOW
        .ascii "\\"
        .half comment
        .byte 2 + NOW
        .ascii ".\""
        .half quote
        .byte 2 + NOW + INSIDE
        .ascii "IF"
        .half if
        .byte 4 + NOW + INSIDE
        .ascii "ELSE"
        .half else
        .byte 4 + NOW + INSIDE
        .ascii "THEN"
        .half then
        .byte 5 + NOW + INSIDE
        .ascii "BEGIN"
        .half begin
        .byte 5 + NOW + INSIDE
        .ascii "UNTIL"
        .half until
        .byte 5 + NOW + INSIDE
        .ascii "WHILE"
        .half while
        .byte 6 + NOW + INSIDE
        .ascii "REPEAT"
        .half repeat
        .byte 5 + NOW + INSIDE
        .ascii "AGAIN"
        .half again
        .byte 2 + NOW + INSIDE
        .ascii "DO"
        .half do
        .byte 4 + NOW + INSIDE
        .ascii "LOOP"
        .half loop
        .byte 5 + NOW + INSIDE
        .ascii "+LOOP"
        .half plusloop
        .byte 4 + NOW + INSIDE
        .ascii "EXIT"
        .half exit
        .byte 7 + NOW + INSIDE
        .ascii "RECURSE"
        .half recurse
        .byte 1 + NOW + INSIDE
        .ascii ";"
        .half semicolon
        .byte 1 + INSIDE + LOOPED
        .ascii "I"
        .half index
        .byte 1 + INSIDE + LOOPED
        .ascii "J"
        .half outer
        .byte 5 + INSIDE + LOOPED
        .ascii "LEAVE"
        .half leave
        .byte 6 + INSIDE + LOOPED
        .ascii "UNLOOP"
        .half unloop
        .byte 2 + INSIDE
        .ascii ">R"
        .half away
        .byte 2 + INSIDE
        .ascii "R>"
        .half return
        .byte 2 + INSIDE
        .ascii "R@"
        .half copied
        .byte 0

hello:  .ascii "Forth$"
line:   .byte 13, 10, '$'
ok:     .ascii "ok$"
noword: .ascii "? No such word$"
onlyin: .ascii "? Only in a definition$"
noloop: .ascii "? Only in a loop$"
nested: .ascii "? A definition in a definition$"
noname: .ascii "? A name is missing$"
longname:
        .ascii "? The name is too long$"
unbalanced:
        .ascii "? Something else was begun$"
toofew: .ascii "? Too few on the stack$"
toomany:
        .ascii "? Too many on the stack$"
toodeep:
        .ascii "? Too many calls$"
toolarge:
        .ascii "? Out of range$"
byzero: .ascii "? Division by zero$"
nomemory:
        .ascii "? No memory$"
nothingmore:
        .byte 0

top:    .half 0
here:   .half dictionary
latest: .half 0                 ; the newest word
newest: .half 0                 ; the word that is being made,
begun:  .half 0                 ; where it began,
level:  .half 0                 ; IX then,
loops:  .byte 0                 ; and how many there are around what comes
compiling:
        .byte 0
base:   .half 10
tos:    .half 0                 ; the top, while a line is read
kept:   .half 0
word:   .half 0                 ; the word at hand
length: .byte 0
text:   .half 0                 ; what follows it
buffer: .byte 120
        .space 122
        .align 256
cells:  .space 256
dictionary:

; A Tiny BASIC for the 8080 under CP/M: integers of 16 bits, variables A to Z, programs of numbered lines.
; LET, PRINT, INPUT, IF ... THEN, GOTO, GOSUB, RETURN, FOR ... TO ... STEP, NEXT, REM, END; LIST, RUN, NEW, BYE.
; No instruction is used that an 8080 does not have, though they are spelt as for the Z80.
;
; A line of the program is its number, its text and a zero; behind the last one stands the number 0. While a statement is
; executed HL points at its text; expressions leave their value in DE.

.equ BDOS, 5
.equ DEEPEST, 16                ; subroutines
.equ LOOPS, 8
.equ LOOP, 10                   ; bytes: variable, last value, step, text, line

        .org 0x100
        ld hl, (6)
        ld (top), hl
        ld sp, hl
        ld de, hello
        call print
new:    ld hl, 0
        ld (program), hl
        ld hl, program
        ld (end), hl
ready:  ld de, ok
        call print
again:  ld hl, (top)
        ld sp, hl
        ld hl, 0
        ld (here), hl           ; none of the program's lines is executed
        ld de, buffer
        call line
        ld hl, buffer + 2
        call skip
        or a
        jp z, again
        call digit
        jp c, direct
        call number
        ld a, d
        or e
        jp z, syntax
        call store
        jp again
direct: call clear
first:  call statement
        call skip
        or a
        jp z, ready
        cp ':'
        jp nz, syntax
        inc hl
        jp first

; ---- Execution

run:    call clear
        ld hl, vars
        ld b, 52
zero:   ld (hl), 0
        inc hl
        dec b
        jp nz, zero
        pop bc                  ; whoever executed RUN does not go on
        ld hl, program
lines:  ld e, (hl)
        inc hl
        ld d, (hl)
        inc hl
        ld a, d
        or e
        jp z, ready
        ex de, hl
        ld (here), hl
        ex de, hl
next:   call statement
after:  call skip
        cp ':'
        inc hl
        jp z, next
        or a
        jp z, lines
        jp syntax

clear:  xor a
        ld (depth), a
        ld (nested), a
        ret

; Executes the statement at HL, and leaves HL behind it.
statement:
        call skip
        or a
        ret z
        ld de, words
try:    push hl
same:   ld a, (de)
        or a
        jp z, known
        ld b, a
        ld a, (hl)
        call capital
        cp b
        jp nz, other
        inc hl
        inc de
        jp same
known:  pop bc
        inc de
        ld a, (de)
        ld c, a
        inc de
        ld a, (de)
        ld b, a
        push bc
        ret
other:  pop hl
rest:   ld a, (de)
        inc de
        or a
        jp nz, rest
        inc de
        inc de
        ld a, (de)
        or a
        jp nz, try              ; and without a word it is an assignment

let:    call variable
        push bc
        call equals
        pop bc
assign: ld a, e
        ld (bc), a
        inc bc
        ld a, d
        ld (bc), a
        ret

equals: call skip
        cp '='
        jp nz, syntax
        inc hl
        jp expression

; The variable at HL: BC is its address.
variable:
        call skip
        call letter
        jp c, syntax
        inc hl
        sub 'A'
        add a, a
        ld c, a
        ld b, 0
        push hl
        ld hl, vars
        add hl, bc
        ld b, h
        ld c, l
        pop hl
        ret

say:    call skip
        cp '"'
        jp z, quoted
        call ends
        jp z, newline
        call expression
        call decimal
        jp said
quoted: inc hl
        ld a, (hl)
        or a
        jp z, syntax
        cp '"'
        jp z, unquoted
        call put
        jp quoted
unquoted:
        inc hl
said:   call skip
        cp ';'
        jp z, more
        cp ','
        jp nz, newline
        ld a, 9
        call put
more:   inc hl
        call skip
        call ends
        ret z
        jp say

ends:   or a
        ret z
        cp ':'
        ret

input:  call variable
        push bc
        push hl
        ld de, question
        call print
        ld de, answer
        call line
        ld hl, answer + 2
        call expression
        pop hl
        pop bc
        call assign
        call skip
        cp ','
        ret nz
        inc hl
        jp input

if:     call expression
        call skip
        ld bc, then
        call word
        ld a, d
        or e
        jp z, rem
        call skip
        call digit
        jp c, statement
goto:   call expression
jump:   call find
        jp nz, noline
        pop bc
        jp lines

rem:    ld a, (hl)
        or a
        ret z
        inc hl
        jp rem

gosub:  call expression
        push de
        ld a, (depth)
        cp DEEPEST
        jp nc, deep
        call level
        inc a
        ld (depth), a
        ex de, hl
        call keep               ; where to go on
        pop de
        jp jump

; The entry A of the subroutines: DE.
level:  push hl
        ld l, a
        ld h, 0
        add hl, hl
        add hl, hl
        ld de, calls
        add hl, de
        ex de, hl
        pop hl
        ret

; Stores DE and then the line at HL.
keep:   ld (hl), e
        inc hl
        ld (hl), d
        inc hl
        ex de, hl
        ld hl, (here)
        ex de, hl
        ld (hl), e
        inc hl
        ld (hl), d
        ret

return: ld a, (depth)
        or a
        jp z, alone
        dec a
        ld (depth), a
        call level
        ex de, hl
resume: ld e, (hl)              ; goes on at what was stored
        inc hl
        ld d, (hl)
        inc hl
        ld a, (hl)
        inc hl
        ld h, (hl)
        ld l, a
        ld (here), hl
        or h
        jp z, ready             ; it was a line that is gone
        ex de, hl
        ret

for:    call variable
        ld a, (nested)
        or a
        jp z, outer
        dec a
        call entry
        ld a, (de)
        cp c
        jp z, inner             ; the same loop again
outer:  ld a, (nested)
        cp LOOPS
        jp nc, deep
        call entry
        inc a
        ld (nested), a
inner:  ex de, hl
        ld (hl), c
        inc hl
        ld (hl), b
        inc hl
        ld (slot), hl
        ex de, hl
        push bc
        call equals
        pop bc
        call assign
        call skip
        ld bc, to
        call word
        jp nz, syntax
        call expression
        call fill
        call skip
        ld bc, step
        call word
        ld de, 1
        call z, expression
        call fill
        push hl
        ld d, h
        ld e, l
        ld hl, (slot)
        call keep
        pop hl
        ret

; Stores DE into the entry that is being made.
fill:   push hl
        ld hl, (slot)
        ld (hl), e
        inc hl
        ld (hl), d
        inc hl
        ld (slot), hl
        pop hl
        ret

; The entry A of the loops: DE.
entry:  push hl
        push bc
        ld l, a
        ld h, 0
        ld b, h
        ld c, l
        add hl, hl
        add hl, hl
        add hl, bc
        add hl, hl
        ld de, loops
        add hl, de
        ex de, hl
        pop bc
        pop hl
        ret

loop:   ld bc, 0                ; NEXT, of the latest loop or of the variable named
        call skip
        call letter
        call nc, variable
        ld (wanted), hl
search: ld a, (nested)
        or a
        jp z, alone
        dec a
        ld (nested), a
        call entry
        ld a, b
        or c
        jp z, this
        ld a, (de)
        cp c
        jp nz, search
this:   ex de, hl
        ld c, (hl)
        inc hl
        ld b, (hl)
        inc hl
        ld e, (hl)
        inc hl
        ld d, (hl)
        inc hl
        push de                 ; the last value
        ld e, (hl)
        inc hl
        ld d, (hl)
        inc hl
        ld (slot), hl
        ld a, (bc)
        add a, e
        ld l, a
        inc bc
        ld a, (bc)
        adc a, d
        ld (bc), a
        ld h, a
        dec bc
        ld a, l
        ld (bc), a
        pop bc
        ld a, d
        or a
        jp m, down
        ex de, hl
        ld h, b
        ld l, c
        jp decide
down:   ld d, b
        ld e, c
decide: call less
        ld hl, (wanted)
        ret c
        ld a, (nested)
        inc a
        ld (nested), a
        ld hl, (slot)
        jp resume

; Carry if HL is less than DE, with signs.
less:   ld a, h
        xor d
        ld a, h
        jp m, signs
        ld a, l
        sub e
        ld a, h
        sbc a, d
        ret
signs:  rla
        ret

list:   push hl
        ld hl, program
each:   ld e, (hl)
        inc hl
        ld d, (hl)
        inc hl
        ld a, d
        or e
        jp z, listed
        call decimal
        ld a, ' '
text:   call put
        ld a, (hl)
        inc hl
        or a
        jp nz, text
        call newline
        jp each
listed: pop hl
        ret

bye:    jp 0

; ---- Expressions: their value is DE

expression:
        call sum
        ld c, 0
relation:
        call skip
        ld b, 1
        cp '<'
        jp z, bit
        inc b
        cp '='
        jp z, bit
        ld b, 4
        cp '>'
        jp nz, related
bit:    ld a, c
        or b
        ld c, a
        inc hl
        jp relation
related:
        ld a, c
        or a
        ret z
        push bc
        push de
        call sum
        ex (sp), hl
        call less
        ld b, 1
        jp c, decided
        ld a, h
        cp d
        jp nz, greater
        ld a, l
        cp e
        ld b, 2
        jp z, decided
greater:
        ld b, 4
decided:
        pop hl
        pop de
        ld a, e
        and b
        ld de, 0
        ret z
        inc de
        ret

sum:    call term
sums:   call skip
        cp '+'
        jp z, plus
        cp '-'
        ret nz
        inc hl
        push de
        call term
        call negate
        jp added
plus:   inc hl
        push de
        call term
added:  ex (sp), hl
        add hl, de
        ex de, hl
        pop hl
        jp sums

negate: ld a, d
        cpl
        ld d, a
        ld a, e
        cpl
        ld e, a
        inc de
        ret

term:   call factor
terms:  call skip
        cp '*'
        jp z, times
        cp '/'
        ret nz
        inc hl
        push de
        call factor
        ld a, d
        or e
        jp z, byzero
        ex (sp), hl
        ld a, h
        xor d
        push af
        ld a, d
        or a
        call m, negate
        ex de, hl
        ld a, d
        or a
        call m, negate
        ex de, hl
        call divide
        ld d, b
        ld e, c
        pop af
        call m, negate
        pop hl
        jp terms
times:  inc hl
        push de
        call factor
        ex (sp), hl
        call multiply
        ex de, hl
        pop hl
        jp terms

; HL times DE: HL.
multiply:
        ld b, h
        ld c, l
        ld hl, 0
        ld a, 16
round:  add hl, hl
        ex de, hl
        add hl, hl
        ex de, hl
        jp nc, none
        add hl, bc
none:   dec a
        jp nz, round
        ret

; HL by DE, without signs: BC, and HL is left.
divide: ld b, h
        ld c, l
        ld hl, 0
        ld a, 16
place:  push af
        push hl
        ld h, b
        ld l, c
        add hl, hl
        ld b, h
        ld c, l
        pop hl
        ld a, l
        rla
        ld l, a
        ld a, h
        rla
        ld h, a
        ld a, l
        sub e
        ld l, a
        ld a, h
        sbc a, d
        ld h, a
        jp nc, fits
        add hl, de
        jp placed
fits:   inc c
placed: pop af
        dec a
        jp nz, place
        ret

factor: call skip
        cp '-'
        jp z, minus
        cp '('
        jp z, inside
        call digit
        jp nc, number
        ld bc, abs
        call word
        jp z, absolute
        ld bc, rnd
        call word
        jp z, random
        call variable
        ld a, (bc)
        ld e, a
        inc bc
        ld a, (bc)
        ld d, a
        ret
minus:  inc hl
        call factor
        jp negate
inside: inc hl
        call expression
        call skip
        cp ')'
        inc hl
        ret z
        jp syntax
absolute:
        call factor
        ld a, d
        or a
        ret p
        jp negate
random: call factor             ; 1 to DE
        ld a, d
        or a
        jp m, syntax
        or e
        jp z, byzero
        push hl
        push de
        ld hl, (seed)
        ld d, h
        ld e, l
        add hl, hl
        add hl, hl
        add hl, de
        ld de, 0x3619
        add hl, de
        ld (seed), hl
        ld a, l
        and 0x7F
        ld l, h
        ld h, a
        pop de
        call divide
        inc hl
        ex de, hl
        pop hl
        ret

; ---- Text

; The character at HL that is no blank: A.
skip:   ld a, (hl)
        cp ' '
        ret nz
        inc hl
        jp skip

; A in capitals, if it is a letter.
capital:
        cp 'a'
        ret c
        cp 'z' + 1
        ret nc
        sub 32
        ret

; Carry if A is no digit.
digit:  cp '0'
        ret c
        cp '9' + 1
        ccf
        ret

; Carry if A, made a capital, is no letter.
letter: call capital
        cp 'A'
        ret c
        cp 'Z' + 1
        ccf
        ret

; Passes over the word at BC, if it is at HL: Z.
word:   push de
        push hl
alike:  ld a, (bc)
        or a
        jp z, whole
        ld e, a
        ld a, (hl)
        call capital
        cp e
        jp nz, unlike
        inc hl
        inc bc
        jp alike
whole:  pop de
        pop de
        ret
unlike: pop hl
        pop de
        ret

; The number at HL: DE.
number: ld de, 0
figure: ld a, (hl)
        call digit
        ret c
        inc hl
        sub '0'
        push hl
        ld h, d
        ld l, e
        add hl, hl
        add hl, hl
        add hl, de
        add hl, hl
        ld e, a
        ld d, 0
        add hl, de
        ex de, hl
        pop hl
        jp figure

; Prints DE.
decimal:
        push hl
        ld a, d
        or a
        jp p, positive
        ld a, '-'
        call put
        call negate
positive:
        ex de, hl
        call digits
        pop hl
        ret
digits: ld de, 10
        call divide
        push hl
        ld h, b
        ld l, c
        ld a, b
        or c
        call nz, digits
        pop hl
        ld a, l
        add a, '0'
put:    push hl
        push de
        push bc
        ld e, a
        ld c, 2
        call BDOS
        pop bc
        pop de
        pop hl
        ret

newline:
        ld de, crlf
print:  push hl
        ld c, 9
        call BDOS
        pop hl
        ret

; Reads a line into the buffer at DE, and ends it by a zero.
line:   ld a, 80
        ld (de), a
        push de
        ld c, 10
        call BDOS
        call newline
        pop hl
        inc hl
        ld e, (hl)
        ld d, 0
        inc hl
        add hl, de
        ld (hl), 0
        ret

; ---- The program

; Finds the first line whose number is not below DE: HL; Z if it has that number.
find:   ld hl, program
look:   ld c, (hl)
        inc hl
        ld b, (hl)
        dec hl
        ld a, b
        or c
        jp z, behind
        ld a, b
        cp d
        jp nz, order
        ld a, c
        cp e
order:  ret nc
        inc hl
        inc hl
        call past
        jp look
behind: inc a
        ret

; Leaves HL behind the zero of a text.
past:   ld a, (hl)
        inc hl
        or a
        jp nz, past
        ret

; Makes the text at HL line DE, in place of one of that number; no text removes it.
store:  call skip
        ld (source), hl
        ex de, hl
        ld (named), hl
        ex de, hl
        call find
        call z, remove
        ld (spot), hl
        ld hl, (source)
        ld a, (hl)
        or a
        ret z
        ld bc, 3
measure:
        ld a, (hl)
        inc hl
        inc bc
        or a
        jp nz, measure
        dec bc                  ; the number, the text, its zero
        ld hl, (end)
        ld d, h
        ld e, l
        add hl, bc
        ld a, (top + 1)
        sub 2                   ; room for what is called
        cp h
        jp c, full
        ld (end), hl
        inc hl
        inc de
shift:  ld a, (de)
        ld (hl), a
        ld a, (spot)
        cp e
        jp nz, lower
        ld a, (spot + 1)
        cp d
        jp z, shifted
lower:  dec hl
        dec de
        jp shift
shifted:
        ld hl, (named)
        ex de, hl
        ld hl, (spot)
        ld (hl), e
        inc hl
        ld (hl), d
        inc hl
        ex de, hl
        ld hl, (source)
copy:   ld a, (hl)
        ld (de), a
        inc hl
        inc de
        or a
        jp nz, copy
        ret

; Removes the line at HL.
remove: push hl
        ld d, h
        ld e, l
        inc hl
        inc hl
        call past
pull:   ld a, (hl)
        ld (de), a
        push hl
        push de
        ex de, hl
        ld hl, (end)
        inc hl                  ; its last byte
        ld a, h
        cp d
        jp nz, pulling
        ld a, l
        cp e
pulling:
        pop de
        pop hl
        inc hl
        inc de
        jp nz, pull
        dec de
        dec de
        ex de, hl
        ld (end), hl
        pop hl
        ret

; ---- Mistakes

syntax: ld de, what
        jp fail
noline: ld de, nowhere
        jp fail
deep:   ld de, toodeep
        jp fail
alone:  ld de, without
        jp fail
byzero: ld de, infinite
        jp fail
full:   ld de, memory
fail:   call print
        ld hl, (here)
        ld a, h
        or l
        jp z, ready
        ld de, in
        call print
        ex de, hl
        call decimal
        jp ready

what:   .ascii "What?$"
nowhere:
        .ascii "No such line$"
toodeep:
        .ascii "Too deep$"
without:
        .ascii "RETURN or NEXT without a beginning$"
infinite:
        .ascii "Division by zero$"
memory: .ascii "Memory is full$"
in:     .ascii " in line $"
hello:  .ascii "Tiny BASIC$"
ok:     .ascii "\r\nOK\r\n$"
question:
        .ascii "? $"
crlf:   .ascii "\r\n$"

words:  .asciz "PRINT"
        .half say
        .asciz "LET"
        .half let
        .asciz "IF"
        .half if
        .asciz "GOTO"
        .half goto
        .asciz "GOSUB"
        .half gosub
        .asciz "RETURN"
        .half return
        .asciz "FOR"
        .half for
        .asciz "NEXT"
        .half loop
        .asciz "INPUT"
        .half input
        .asciz "REM"
        .half rem
        .asciz "END"
        .half ready
        .asciz "LIST"
        .half list
        .asciz "RUN"
        .half run
        .asciz "NEW"
        .half new
        .asciz "BYE"
        .half bye
        .byte 0
then:   .asciz "THEN"
to:     .asciz "TO"
step:   .asciz "STEP"
abs:    .asciz "ABS"
rnd:    .asciz "RND"

seed:   .half 4711
top:    .half 0
end:    .half 0
here:   .half 0
source: .half 0
named:  .half 0
spot:   .half 0
slot:   .half 0
wanted: .half 0
depth:  .byte 0
nested: .byte 0
vars:   .space 52
calls:  .space 4 * DEEPEST
loops:  .space LOOP * LOOPS
buffer: .space 84
answer: .space 84
program:

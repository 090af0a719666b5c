; The part that talks with the person: reads a line, does what it can do itself, and loads a program for the rest.
; It is never overwritten, so a program that ends finds it as it was.

.equ BDOS, 5
.equ FCB1, 0x5C
.equ FCB2, 0x6C
.equ TAIL, 0x80                 ; what stands behind the command, its length first
.equ TPA, 0x100
.equ TOP, 0xDC                  ; high byte of where programs must end

        .org 0xDC06             ; the address at 6: below it all is the program's
        jp 0xE400               ; what address 5 leads to

start:  ld sp, stack
        ld c, 13                ; look at the disk anew
        call BDOS
next:   ld sp, stack
        ld de, prompt
        call print
        ld de, line
        ld c, 10
        call BDOS
        call newline
        call upper
        ld hl, text
        call skip
        or a
        jr z, next
        ld de, command          ; its first word, as a file's name
        call name
        ld (rest), hl
        call tail
        ld hl, (rest)
        ld de, FCB1
        call name
        ld de, second
        call name
        ld hl, second
        ld de, FCB2
        ld bc, 16
        ldir
        xor a
        ld (FCB1 + 32), a
        ld hl, builtin
try:    ld a, (hl)
        or a
        jp z, load
        ld de, command + 1
        ld b, 4
same:   ld a, (de)
        cp (hl)
        jr nz, other
        inc de
        inc hl
        djnz same
        ld a, (de)
        cp ' '
        jr nz, behind
        ld a, (hl)
        inc hl
        ld h, (hl)
        ld l, a
        ld de, next
        push de
        jp (hl)
other:  inc hl
        djnz other
behind: inc hl
        inc hl
        jr try

builtin:
        .ascii "DIR "
        .half dir
        .ascii "ERA "
        .half era
        .ascii "TYPE"
        .half type
        .ascii "EXIT"
        .half exit
        .byte 0

exit:   di                      ; nothing can end this, so the machine stops
        halt

; DIR: the names that fit, or all.
dir:    ld a, (FCB1 + 1)
        cp ' '
        jr nz, some
        ld hl, FCB1 + 1
        ld b, 11
all:    ld (hl), '?'
        inc hl
        djnz all
some:   ld c, 17
        ld de, FCB1
        call BDOS
        inc a
        jp z, nofile
entry:  dec a                   ; which of four in the buffer
        add a, a
        add a, a
        add a, a
        add a, a
        add a, a
        add a, 0x81
        ld l, a
        ld h, 0
        ld b, 8
        call letters
        ld e, '.'
        call show
        ld b, 3
        call letters
        call newline
        ld c, 18
        ld de, FCB1
        call BDOS
        inc a
        jr nz, entry
        ret

letters:
        ld a, (hl)
        and 0x7F
        ld e, a
        call show
        inc hl
        djnz letters
        ret

era:    ld c, 19
        ld de, FCB1
        call BDOS
        inc a
        ret nz
nofile: ld de, none
        jp print

type:   ld c, 15
        ld de, FCB1
        call BDOS
        inc a
        jr z, nofile
record: ld c, 20
        ld de, FCB1
        call BDOS
        or a
        jp nz, newline
        ld hl, 0x80
char:   ld a, (hl)
        cp 26
        jp z, newline
        ld e, a
        call show
        inc l
        jr nz, char
        jr record

; Loads and calls a program.
load:   ld a, (command + 9)
        cp ' '
        jr nz, what             ; a type is not for commands
        ld hl, com
        ld de, command + 9
        ld bc, 3
        ldir
        xor a
        ld (command + 12), a
        ld (command + 32), a
        ld c, 15
        ld de, command
        call BDOS
        inc a
        jr z, what
        ld de, TPA
more:   push de
        ld c, 26
        call BDOS
        ld c, 20
        ld de, command
        call BDOS
        pop de
        or a
        jr nz, loaded
        ld hl, 0x80
        add hl, de
        ex de, hl
        ld a, d
        cp TOP
        jr c, more
        ld de, large
        jp say
loaded: ld de, 0x80
        ld c, 26
        call BDOS
        call restore
        call TPA
        jp 0
what:   call unnamed
        ld de, question
say:    call print
        jp next

unnamed:
        ld hl, text
        ld b, 0
echo:   ld a, (hl)
        or a
        ret z
        cp ' '
        ret z
        ld e, a
        call show
        inc hl
        jr echo

; Puts what stands behind the command where programs look for it: the name loading used that memory.
tail:   ld hl, (rest)
        ld de, saved + 1
        ld b, 0
copy:   ld a, (hl)
        ld (de), a
        or a
        jr z, ended
        inc hl
        inc de
        inc b
        jr copy
ended:  ld a, b
        ld (saved), a
restore:
        ld hl, saved
        ld de, TAIL
        ld bc, 0x80
        ldir
        ret

; Makes a control block at DE of the name at HL, and leaves HL behind the name.
name:   call skip
        push de
        xor a
        ld (de), a
        inc de
        push hl
        ld b, 11
        ld a, ' '
        call fill
        ld b, 4
        xor a
        call fill
        pop hl
        pop de
        push de
        ld a, (hl)
        or a
        jr z, plain             ; nothing stands there
        inc hl
        ld a, (hl)
        dec hl
        cp ':'
        jr nz, plain
        ld a, (hl)
        sub 'A' - 1
        ld (de), a
        inc hl
        inc hl
plain:  inc de
        ld b, 8
        call part
        ld a, (hl)
        cp '.'
        jr nz, named
        inc hl
        pop de
        push de
        push hl
        ld hl, 9
        add hl, de
        ex de, hl
        pop hl
        ld b, 3
        call part
named:  pop de
        ret

fill:   ld (de), a
        inc de
        djnz fill
        ret

; Copies up to B characters of a name, a star as question marks; what is too long is passed over.
part:   ld a, (hl)
        call ends
        ret z
        inc hl
        cp '*'
        jr z, star
        ld c, a
        ld a, b
        or a
        jr z, part
        ld a, c
        ld (de), a
        inc de
        dec b
        jr part
star:   ld a, b
        or a
        jr z, part
        ld a, '?'
        ld (de), a
        inc de
        dec b
        jr star

ends:   or a
        ret z
        cp ' '
        ret z
        cp '.'
        ret z
        cp '='
        ret z
        cp ','
        ret

skip:   ld a, (hl)
        cp ' '
        jr z, over
        cp '='
        jr z, over
        cp ','
        ret nz
over:   inc hl
        jr skip

; Ends the line by a zero, in capitals.
upper:  ld hl, length
        ld b, (hl)
        inc hl
        inc b
        jr letter
capital:
        ld a, (hl)
        cp 'a'
        jr c, kept
        cp 'z' + 1
        jr nc, kept
        sub 32
        ld (hl), a
kept:   inc hl
letter: djnz capital
        ld (hl), 0
        ret

newline:
        ld de, crlf
print:  ld c, 9
        jp BDOS

show:   push bc
        push hl
        ld c, 2
        call BDOS
        pop hl
        pop bc
        ret

prompt: .ascii "\r\nA>$"
crlf:   .ascii "\r\n$"
none:   .ascii "No file$"
question:
        .ascii "?$"
large:  .ascii "Too large$"
com:    .ascii "COM"
line:   .byte 126
length: .byte 0
text:   .space 128
rest:   .half 0
command:
        .space 36
second: .space 36
saved:  .space 128
        .space 64
stack:

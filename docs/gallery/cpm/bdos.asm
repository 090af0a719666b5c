; The part that knows files: the calls of CP/M 2.2 that programs make by CALL 5, the number in C, what is meant in DE.
; A disk has 8192 records of 128 bytes: a track of 32 that is the system's own, though nothing is there, and 510 blocks of 16. The
; first two blocks hold the directory: 128 entries of 32
; bytes, each with up to 8 blocks of a file, an extent. An entry whose first byte is 0xE5 is free.

.equ BIOS, 0xF200
.equ CONST, BIOS + 6
.equ CONIN, BIOS + 9
.equ CONOUT, BIOS + 12
.equ SETTRK, BIOS + 30
.equ SETSEC, BIOS + 33
.equ SETDMA, BIOS + 36
.equ READ, BIOS + 39
.equ WRITE, BIOS + 42

.equ ENTRIES, 128
.equ BLOCKS, 510
.equ MARKS, 512                 ; as many as whole bytes of bits have
.equ SYSTEM, 1                  ; tracks
.equ FREE, 0xE5
.equ CALLS, 41

; Of a control block, and of a directory entry, which begins alike.
.equ EXTENT, 12
.equ CLEAN, 14                  ; bit 7: nothing was written since it was opened
.equ RECORDS, 15
.equ ALLOCATED, 16
.equ CURRENT, 32
.equ RANDOM, 33

        .org 0xE400
        ld (usersp), sp
        ld sp, stack
        ld (fcb), de
        ld a, c
        ld hl, 0
        cp CALLS
        jr nc, done
        add a, a
        ld c, a
        ld b, 0
        ld hl, table
        add hl, bc
        ld a, (hl)
        inc hl
        ld h, (hl)
        ld l, a
        ld bc, done
        push bc
        jp (hl)
done:   ld sp, (usersp)
        ld a, l
        ld b, h
        ret

table:  .half reboot, conin, conout, reader, punch, list, direct, iobyte, zero, print
        .half edit, status, version, reset, zero, open, close, first, following, delete
        .half readseq, writeseq, make, rename, login, zero, setdma, vector, zero, zero
        .half zero, disk, user, readrnd, writernd, size, record, zero, zero, zero
        .half writernd

zero:   ld hl, 0
        ret

answer: ld l, a                 ; in A, as if of a byte
        ld h, 0
        ret

reboot: jp 0

; ---- The terminal

conin:  call CONIN
        cp 32
        jr nc, echo
        cp 8
        jr c, answer
        cp 14
        jr nc, answer
echo:   push af
        ld e, a
        call conout
        pop af
        jr answer

list:
punch:
conout: ld a, e
        cp 9
        jr z, tab
        ld hl, column
        inc (hl)
        cp 32
        jr nc, put
        dec (hl)
        cp 8
        jr nz, feed
        dec (hl)
feed:   cp 13
        jr nz, put
        ld (hl), 0
put:    ld c, a
        call CONOUT
        jr zero
tab:    ld e, ' '
        call conout
        ld a, (column)
        and 7
        jr nz, tab
        jr zero

reader: ld a, 26
        jr answer

iobyte: ld a, (3)
        jr answer

direct: ld a, e
        inc a
        jr z, key
        inc a
        jr z, status
        ld c, e
        call CONOUT
        jr zero
key:    call CONST
        or a
        call nz, CONIN
        jr answer

status: call CONST
        and 1
        jr answer

print:  ld a, (de)
        cp '$'
        jr z, zero
        push de
        ld e, a
        call conout
        pop de
        inc de
        jr print

; Reads a line into the buffer at DE: its size, then the length of the line, then the line.
edit:   ex de, hl
        ld b, (hl)
        inc hl
        ld c, 0
        push hl
        inc hl
typed:  push bc
        push hl
        call CONIN
        pop hl
        pop bc
        cp 13
        jr z, entered
        cp 3
        jr z, break
        cp 8
        jr z, rub
        cp 127
        jr z, rub
        cp 21
        jr z, wipe
        ld e, a
        ld a, c
        cp b
        jr nc, typed
        ld (hl), e
        inc hl
        inc c
        call type
        jr typed
break:  ld a, c
        or a
        jr nz, typed
        jp 0
rub:    ld a, c
        or a
        jr z, typed
        call erase
        jr typed
wipe:   ld a, c
        or a
        jr z, typed
        call erase
        jr wipe
entered:
        pop hl
        ld (hl), c
        ld e, 13
        call conout
        jp zero

erase:  dec hl
        dec c
        ld e, 8
        call type
        ld e, ' '
        call type
        ld e, 8
type:   push bc
        push hl
        ld a, e
        cp 32
        jr nc, seen
        cp 8
        jr z, seen
        push de
        ld e, '^'
        call conout
        pop de
        ld a, e
        add a, 64
        ld e, a
seen:   call conout
        pop hl
        pop bc
        ret

; ---- The system

version:
        ld hl, 0x22
        ret

login:  ld hl, 1
        ret

user:   ld a, e
        inc a
        jr z, whose
        ld a, e
        and 15
        ld (number), a
whose:  ld a, (number)
        jp answer

setdma: ld (dma), de
        jp zero

; Looks which blocks are taken.
reset:  ld hl, 0x80
        ld (dma), hl
        ld hl, map
        ld de, map + 1
        ld bc, BLOCKS - 1
        ld (hl), 0
        ldir
        ld hl, map
        inc (hl)
        inc hl
        inc (hl)                ; the directory's own
        ld a, 0xFF
        ld (index), a
blocks: call step
        jp c, zero
        ld a, (hl)
        cp FREE
        ld a, 1
        call nz, mark
        jr blocks

; Marks the blocks of the entry at HL by A: 1 taken, 0 free.
mark:   ld de, ALLOCATED
        add hl, de
        ld c, a
        ld b, 8
each:   ld e, (hl)
        inc hl
        ld d, (hl)
        inc hl
        push hl
        ld a, d
        cp >MARKS
        jr nc, wrong            ; no such block: a disk from elsewhere
        or e
        jr z, wrong
        ld hl, map
        add hl, de
        ld (hl), c
wrong:  pop hl
        djnz each
        ret

; Finds a free block and takes it: DE, or 0.
allocate:
        ld hl, map
        ld bc, BLOCKS
        xor a
        cpir
        ld de, 0
        ret nz
        dec hl
        inc (hl)
        ld de, 0x10000 - map
        add hl, de
        ex de, hl
        ret

; Tells where a bit a block says which are taken, the first of a byte in its highest.
vector: ld hl, map
        ld de, bits
        ld c, MARKS / 8
eight:  ld b, 8
        xor a
one:    add a, a
        or (hl)
        inc hl
        djnz one
        ld (de), a
        inc de
        dec c
        jr nz, eight
        ld hl, bits
        ret

; Tells where the measures of the disk stand.
disk:   ld hl, measures
        ret

measures:
        .half 32                ; records a track
        .byte 4, 15             ; a block has 2 to the 4th records
        .byte 0                 ; an entry is an extent
        .half BLOCKS - 1
        .half ENTRIES - 1
        .byte 0xC0, 0           ; the blocks of the directory
        .half 0                 ; the disk is never changed
        .half SYSTEM

; ---- The directory

; Reads or writes the record HL of the disk at BC; carry if that fails.
getrec: call place
        call READ
        jr moved
putrec: call place
        call WRITE
moved:  add a, 0xFF
        ret

place:  push hl
        call SETDMA
        pop hl
        ld a, l
        and 31
        ld c, a
        ld b, 0
        push hl
        call SETSEC
        pop hl
        ld b, 5
half:   srl h
        rr l
        djnz half
        ld bc, SYSTEM
        add hl, bc
        ld b, h
        ld c, l
        jp SETTRK

; The next entry: HL; carry after the last, or if the disk fails.
step:   ld a, (index)
        inc a
        ld (index), a
        cp ENTRIES
        ccf
        ret c
        and 3
        jr nz, entry
        call where
        call getrec
        ret c
entry:  ld a, (index)           ; HL is the entry
        and 3
        rrca
        rrca
        rrca
        ld l, a
        ld h, 0
        ld de, buffer
        add hl, de
        or a
        ret

where:  ld a, (index)
        rrca
        rrca
        and 31
        ld l, a
        ld h, 0
        ld bc, buffer
        ret

; Writes the record of the entry back; carry if that fails.
update: call where
        jr putrec

; Looks for an entry with the first A bytes of the control block, from the beginning: HL; carry if there is none.
find:   ld (width), a
        ld a, 0xFF
        ld (index), a
again:  call step
        ret c
        call fits
        jr nz, again
        jp entry

; Whether the entry at HL is meant by the control block: Z.
fits:   ld de, (pattern)
        ld a, (width)
        ld b, a
        ld a, (de)
        cp '?'
        ret z                   ; all of them, the free ones too
        ld a, (number)
        cp (hl)
        ret nz
        jr on
match:  ld a, (de)
        cp '?'
        jr z, on
        xor (hl)
        and 0x7F
        ret nz
on:     inc hl
        inc de
        djnz match
        xor a
        ret

; Finds the extent of the control block.
extent: ld hl, (fcb)
        ld (pattern), hl
        ld a, EXTENT + 1
        jr find

; Which of four entries it was, as programs are told.
which:  ld a, (index)
        and 3
        jp answer

missing:
        ld hl, 0xFF
        ret

first:  call extent
        jr found
following:
        call again
found:  jr c, missing
        ld hl, buffer
        ld de, (dma)
        ld bc, 128
        ldir
        jr which

open:   call extent
        jr c, missing
        call take
        jr which

; Takes the entry at HL into the control block.
take:   ld de, (fcb)
        ld bc, EXTENT
        add hl, bc
        ex de, hl
        add hl, bc
        ex de, hl
        ld bc, 20
        ldir
        ld hl, (fcb)
        ld de, CLEAN
        add hl, de
        ld (hl), 0x80
        ret

close:  call flush
        jr c, missing
        jp zero

; Writes the control block into its entry, if it has changed; carry if there is none.
flush:  call extent
        ret c
        ex de, hl
        ld hl, (fcb)
        ld bc, CLEAN
        add hl, bc
        bit 7, (hl)
        ret nz
        push hl
        ld (hl), 0
        dec hl
        dec hl
        ex de, hl
        ld bc, EXTENT
        add hl, bc
        ex de, hl
        ld bc, 20
        ldir
        call update
        pop hl
        ret c
        ld (hl), 0x80
        or a
        ret

delete: ld hl, (fcb)
        ld (pattern), hl
        ld a, EXTENT
        call find
        jp c, missing
gone:   push hl
        xor a
        call mark
        pop hl
        ld (hl), FREE
        call update
        jp c, missing
        call again
        jr nc, gone
        jp zero

rename: ld hl, (fcb)
        ld (pattern), hl
        ld a, EXTENT
        call find
        jp c, missing
called: inc hl
        ex de, hl
        ld hl, (fcb)
        ld bc, 17
        add hl, bc
        ld bc, 11
        ldir
        call update
        jp c, missing
        call again
        jr nc, called
        jp zero

make:   call new
        jp c, missing
        jp which

; Makes an entry for the extent of the control block; carry if there is no room.
new:    ld a, 0xFF
        ld (index), a
taken:  call step
        ret c
        ld a, (hl)
        cp FREE
        jr nz, taken
        push hl
        ld hl, (fcb)
        ld bc, EXTENT + 1
        add hl, bc
        ld b, CURRENT - EXTENT - 1
        xor a
clear:  ld (hl), a
        inc hl
        djnz clear
        pop de
        push de
        ld hl, (fcb)
        ld bc, 32
        ldir
        pop hl
        ld a, (number)
        ld (hl), a
        jp update

; ---- Records

; A byte of the control block: HL is its place, A what is there.
field:  ld hl, (fcb)
        add hl, de
        ld a, (hl)
        ret

; Goes to the extent A; if there is none, makes it where WRITING says so. Carry if that fails.
switch: push af
        call flush
        pop af
        ld de, EXTENT
        ld hl, (fcb)
        add hl, de
        ld (hl), a
        cp 32
        ccf
        ret c
        call extent
        jr nc, there
        ld a, (writing)
        or a
        scf
        ret z
        jp new
there:  call take
        or a
        ret

; The place of the block that holds the current record, in the control block: HL.
slot:   ld de, CURRENT
        call field
        rrca
        rrca
        rrca
        rrca
        and 7
        add a, a
        add a, ALLOCATED
        ld e, a
        ld d, 0
        ld hl, (fcb)
        add hl, de
        ret

; The record of the disk: HL, of the block DE.
locate: ld de, CURRENT
        push bc
        call field
        pop de
        and 15
        ex de, hl
        add hl, hl
        add hl, hl
        add hl, hl
        add hl, hl
        or l
        ld l, a
        ld bc, (dma)
        ret

readseq:
        xor a
        ld (writing), a
        call forward
        ld a, 1
        jp c, answer
        call fetch
        or a
        jp nz, answer
        jr advance

writeseq:
        ld a, 1
        ld (writing), a
        call forward
        ld a, 1
        jp c, answer
        call store
        or a
        jp nz, answer
advance:
        ld de, CURRENT
        call field
        inc (hl)
        jp zero

; Behind the last record of an extent comes the next extent.
forward:
        ld de, CURRENT
        call field
        cp 128
        ccf
        ret nc
        ld de, EXTENT
        call field
        inc a
        call switch
        ret c
        ld de, CURRENT
        call field
        ld (hl), 0
        ret

; Reads the current record: A is 0, or 1 if there is none.
fetch:  ld de, CURRENT
        call field
        ld b, a
        ld de, RECORDS
        call field
        dec a
        cp b
        jr c, nothing           ; (an empty one has 0, and 255 is not less)
        inc a
        jr z, nothing
        call slot
        ld c, (hl)
        inc hl
        ld b, (hl)
        ld a, b
        or c
        jr z, nothing
        call locate
        call getrec
        ld a, 0
        ret nc
nothing:
        ld a, 1
        ret

; Writes the current record: A is 0, or 2 if the disk is full or fails.
store:  call slot
        ld c, (hl)
        inc hl
        ld b, (hl)
        ld a, b
        or c
        jr nz, owned
        push hl
        call allocate
        pop hl
        ld a, d
        or e
        ld a, 2
        ret z
        ld (hl), d
        dec hl
        ld (hl), e
        ld b, d
        ld c, e
owned:  call locate
        call putrec
        ld a, 2
        ret c
        ld de, CLEAN
        call field
        ld (hl), 0
        ld de, CURRENT
        call field
        inc a
        ld b, a
        ld de, RECORDS
        call field
        cp b
        jr nc, long
        ld (hl), b
long:   xor a
        ret

readrnd:
        xor a
        ld (writing), a
        call seek
        or a
        jp nz, answer
        call fetch
        jp answer

writernd:
        ld a, 1
        ld (writing), a
        call seek
        or a
        jp nz, answer
        call store
        jp answer

; Goes to the record that the control block asks for: A is 0, or why that cannot be.
seek:   ld de, RANDOM + 2
        call field
        or a
        ld a, 6                 ; behind the end of every disk
        ret nz
        ld de, RANDOM
        call field
        ld c, a
        inc hl
        ld b, (hl)
        and 0x7F
        ld de, CURRENT
        push bc
        ld c, a
        call field
        ld (hl), c
        pop bc
        rl c
        rl b                    ; the extent
        ld a, 6
        ret c
        ld de, EXTENT
        call field
        cp b
        ld a, 0
        ret z
        ld a, b
        call switch
        ld a, 0
        ret nc
        ld a, (writing)
        or a
        ld a, 5                 ; no room in the directory
        ret nz
        ld a, 4                 ; no such extent
        ret

; The records of a file: the most that any of its extents ends at.
size:   ld hl, 0
        ld (most), hl
        ld hl, (fcb)
        ld (pattern), hl
        ld a, EXTENT
        call find
        jr measured
longest:
        call again
measured:
        jr c, told
        ld de, EXTENT
        add hl, de
        ld b, (hl)
        ld de, RECORDS - EXTENT
        add hl, de
        ld a, (hl)
        call position
        ld de, (most)
        or a
        sbc hl, de
        jr c, longest
        add hl, de
        ld (most), hl
        jr longest
told:   ld hl, (most)
asked:  ex de, hl
        ld hl, (fcb)
        ld bc, RANDOM
        add hl, bc
        ld (hl), e
        inc hl
        ld (hl), d
        inc hl
        ld (hl), 0
        jp zero

; Tells the number of the current record.
record: ld de, EXTENT
        call field
        ld b, a
        ld de, CURRENT
        call field
        call position
        jr asked

; HL is 128 times B, and A.
position:
        ld h, b
        ld l, 0
        srl h
        rr l
        ld e, a
        ld d, 0
        add hl, de
        ret

usersp: .half 0
fcb:    .half 0
pattern:
        .half 0
dma:    .half 0x80
most:   .half 0
number: .byte 0                 ; the user's
column: .byte 0
index:  .byte 0
width:  .byte 0
writing:
        .byte 0
buffer: .space 128
map:    .space MARKS
bits:   .space MARKS / 8
        .space 96
stack:

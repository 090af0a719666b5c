; The part of the system that knows the machine: a terminal at ports 0 and 1, a disk at ports 0x10 to 0x14.
; Programs find the table below through the address at 1; its order is that of every CP/M 2.2.

.equ TERMINAL, 0x00             ; bit 0 of the status: a key waits
.equ KEYS, 0x01
.equ DISK, 0x10                 ; sector low, high, command, status, data
.equ SECTORS, 32                ; to a track, of 128 bytes

.equ BDOS, 0xDC06
.equ CCP, BDOS + 3

        .org 0xF200
        .entry 0xF200
        jp boot
warm:   jp wboot
        jp const
        jp conin
        jp conout
        jp list
        jp punch
        jp reader
        jp home
        jp seldsk
        jp settrk
        jp setsec
        jp setdma
        jp read
        jp write
        jp listst
        jp sectran

boot:   xor a
        ld (3), a               ; devices: all the terminal
        ld (4), a               ; user 0, drive A
wboot:  ld sp, 0x100
        ld a, 0xC3              ; JP
        ld (0), a
        ld hl, warm
        ld (1), hl
        ld (5), a
        ld hl, BDOS
        ld (6), hl
        ld bc, 0x80
        call setdma
        jp CCP

const:  in a, (TERMINAL)
        and 1
        ret z
        ld a, 0xFF
        ret

conin:  in a, (TERMINAL)
        and 1
        jr z, conin
        in a, (KEYS)
        and 0x7F
        cp 10                   ; a terminal's line may end in either; programs know Return
        ret nz
        ld a, 13
        ret

conout: ld a, c
        out (KEYS), a
        ret

list:
punch:  jr conout

reader: ld a, 26                ; end of file
        ret

listst: ld a, 0xFF
        ret

home:   ld bc, 0
settrk: ld (track), bc
        ret

setsec: ld (sector), bc
        ret

setdma: ld (dma), bc
        ret

seldsk: ld hl, 0                ; no drive but A, and its tables are in the BDOS
        ret

sectran:
        ld h, b
        ld l, c
        ret

; Has the disk do command A with the sector chosen; returns its status, 0 if all is well.
begin:  push af
        ld hl, (track)
        add hl, hl
        add hl, hl
        add hl, hl
        add hl, hl
        add hl, hl              ; SECTORS of them
        ld de, (sector)
        add hl, de
        ld a, l
        out (DISK), a
        ld a, h
        out (DISK + 1), a
        pop af
        out (DISK + 2), a
        ld hl, (dma)
        ld bc, 0x8000 + DISK + 4 ; 128 bytes, by the port of data
        in a, (DISK + 3)
        and 0x7F
        ret

read:   ld a, 1
        call begin
        jr nz, failed
        inir
        xor a
        ret

write:  ld a, 2
        call begin
        jr nz, failed
        otir
        in a, (DISK + 3)
        or a
        ret z
failed: ld a, 1
        ret

track:  .half 0
sector: .half 0
dma:    .half 0x80

; Worm: eat the pieces, and run into nothing, least of all yourself.
; Keys: 5 up, 8 down, 7 left, 9 right; on a keyboard W, S, A, D. Any key begins again.
;
; The place of the head is in V5 and V6, its direction in V7 and V8, the piece to eat in V9 and VA. All count squares of two by
; two pixels, 32 by 16 of them. Where the worm lies is in a ring of 256 places: V3 is the next to write, V4 where the tail is.
; VB is by how much the worm still has to grow, VC the score.

        .org 0x200
begin:  CLS
        LD   VC, 0
        LD   V3, 0
        LD   V4, 0
        LD   V5, 8
        LD   V6, 8
        LD   V7, 1
        LD   V8, 0
        LD   VB, 4
        CALL frame
        CALL feed

step:   CALL steer
        ADD  V5, V7
        ADD  V6, V8
        SE   V5, V9
        JP   move
        SE   V6, VA
        JP   move
        LD   V0, V9             ; the piece is eaten: it goes, the worm grows, and there is a new one
        LD   V1, VA
        CALL square
        ADD  VC, 1
        ADD  VB, 3
        LD   V0, 4
        LD   ST, V0
        CALL feed
move:   LD   V0, V5
        LD   V1, V6
        CALL square
        SE   VF, 0              ; something lay there
        JP   over
        LD   V0, V5
        LD   V1, V6
        LD   I, ring
        ADD  I, V3
        ADD  I, V3
        LD   [I], V1
        ADD  V3, 1
        SNE  VB, 0
        JP   tail
        ADD  VB, 0xFF           ; it grows: the tail stays
        JP   rest
tail:   LD   I, ring
        ADD  I, V4
        ADD  I, V4
        LD   V1, [I]
        CALL square
        ADD  V4, 1
rest:   LD   V0, 6
        LD   DT, V0
pause:  LD   V0, DT
        SE   V0, 0
        JP   pause
        JP   step

over:   LD   V0, 30
        LD   ST, V0
        CLS
        LD   I, digits
        LD   B, VC
        LD   V2, [I]
        LD   V4, 24
        LD   V5, 13
        CALL digit
        LD   V0, V1
        CALL digit
        LD   V0, V2
        CALL digit
        LD   V0, K
        JP   begin

digit:  LD   F, V0
        DRW  V4, V5, 5
        ADD  V4, 6
        RET

; Changes the direction to that of a key that is down.
steer:  LD   V0, 5
        SKNP V0
        JP   north
        LD   V0, 8
        SKNP V0
        JP   south
        LD   V0, 7
        SKNP V0
        JP   west
        LD   V0, 9
        SKNP V0
        JP   east
        RET
north:  LD   V7, 0
        LD   V8, 0xFF
        RET
south:  LD   V7, 0
        LD   V8, 1
        RET
west:   LD   V7, 0xFF
        LD   V8, 0
        RET
east:   LD   V7, 1
        LD   V8, 0
        RET

; Puts a piece somewhere within the frame where there is nothing yet.
feed:   RND  V9, 31
        SNE  V9, 0
        JP   feed
        SNE  V9, 31
        JP   feed
row:    RND  VA, 15
        SNE  VA, 0
        JP   row
        SNE  VA, 15
        JP   row
        LD   V0, V9
        LD   V1, VA
        CALL square
        SNE  VF, 0
        RET
        LD   V0, V9
        LD   V1, VA
        CALL square
        JP   feed

; The frame, square by square.
frame:  LD   VD, 0
across: LD   V0, VD
        LD   V1, 0
        CALL square
        LD   V0, VD
        LD   V1, 15
        CALL square
        ADD  VD, 1
        SE   VD, 32
        JP   across
        LD   VD, 1
along:  LD   V0, 0
        LD   V1, VD
        CALL square
        LD   V0, 31
        LD   V1, VD
        CALL square
        ADD  VD, 1
        SE   VD, 15
        JP   along
        RET

; Inverts the square at V0, V1; VF says whether it was lit.
square: ADD  V0, V0
        ADD  V1, V1
        LD   I, block
        DRW  V0, V1, 2
        RET

block:  .byte 0xC0, 0xC0
digits: .byte 0, 0, 0
        .align 2
ring:   .space 512

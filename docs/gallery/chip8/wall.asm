; Wall: take it down, brick by brick, with a ball and a bat. Keys: 4 left, 6 right; on a keyboard Q and E. Any key begins again.
;
; V0 is the left end of the bat, V6 and V7 the place of the ball, V8 and V9 its direction, VA the bricks that stand, VB the
; balls that are left, VC the bricks that were hit.

        .equ BAT_ROW, 30
        .equ BRICKS, 32

        .org 0x200
begin:  LD   VB, 3
        LD   VC, 0
wall:   CLS
        LD   V0, 28
        CALL bat
        LD   VA, BRICKS
        LD   I, brick
        LD   V3, 4
line:   LD   V2, 0
next:   DRW  V2, V3, 1
        ADD  V2, 8
        SE   V2, 64
        JP   next
        ADD  V3, 2
        SE   V3, 12
        JP   line
serve:  LD   V6, V0
        ADD  V6, 3
        LD   V7, 28
        LD   V8, 1
        LD   V9, 0xFF
        CALL ball

play:   LD   V1, 1
        LD   DT, V1
        CALL steer
        CALL ball               ; it goes from where it was
        ADD  V6, V8
        ADD  V7, V9
        SNE  V6, 0
        LD   V8, 1
        SNE  V6, 63
        LD   V8, 0xFF
        SNE  V7, 0
        LD   V9, 1
        SNE  V7, 31
        JP   lost
        CALL ball
        SE   VF, 0
        CALL hit
        SNE  VA, 0
        JP   wall
wait:   LD   V1, DT
        SE   V1, 0
        JP   wait
        JP   play

; The ball met the bat, or a brick.
hit:    LD   V1, 2
        LD   ST, V1
        SE   V7, BAT_ROW
        JP   broken
        LD   V9, 0xFF           ; up, and to the side of the bat where it fell
        LD   V8, 1
        LD   V1, V6
        SUB  V1, V0
        LD   V2, 4
        SUB  V1, V2
        SNE  VF, 0
        LD   V8, 0xFF
        RET
broken: CALL ball               ; whole again, without the ball; then without the brick; then the ball
        LD   V2, V6
        LD   V1, 0xF8
        AND  V2, V1
        LD   I, brick
        DRW  V2, V7, 1
        CALL ball
        ADD  VA, 0xFF
        ADD  VC, 1
        LD   V1, 0
        SUB  V1, V9
        LD   V9, V1
        RET

lost:   LD   V1, 20
        LD   ST, V1
        ADD  VB, 0xFF
        SE   VB, 0
        JP   serve
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

steer:  LD   V1, 4
        SKNP V1
        JP   left
        LD   V1, 6
        SKNP V1
        JP   right
        RET
left:   SNE  V0, 0
        RET
        CALL bat
        ADD  V0, 0xFE
        JP   bat
right:  SNE  V0, 56
        RET
        CALL bat
        ADD  V0, 2

bat:    LD   I, plank
        LD   V1, BAT_ROW
        DRW  V0, V1, 1
        RET

ball:   LD   I, dot
        DRW  V6, V7, 1
        RET

plank:  .byte 0xFF
brick:  .byte 0xFE
dot:    .byte 0x80
digits: .byte 0, 0, 0

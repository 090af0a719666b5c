* Lists a deck of cards: each is printed behind its number, under a heading. Then the machine waits for good, with 0 in its PSW's
* address; with another address something went wrong.

        .org 0
        .word 0, START                  ; initial program loading takes this PSW
        .org 72
CAW:    .word 0                         ; channel address word
        .org 88
        .word 0x00020000, 0xE1          ; new PSWs: nothing else is expected
        .word 0x00020000, 0xE2
        .word 0x00020000, 0xE3
        .word 0x00020000, 0xE4
        .word 0, ENDED                  ; a unit has a status

CSW     = 64
READER  = 0x00C
PRINTER = 0x00E
CHAIND  = 0x80                          ; flags of a command: another piece of storage follows, or another command
CHAINC  = 0x40

        .org 0x200
START:  LA   R1,HEADING
        ST   R1,CAW
        SIO  PRINTER
        BC   7,WRONG
        LPSW WAITING
READ:   LA   R1,CARD
        ST   R1,CAW
        SIO  READER
        BC   7,WRONG
        LPSW WAITING
ENDED:  CLI  CSW+5,0                    ; the channel found nothing wrong
        BNE  WRONG
        CLI  59,PRINTER                 ; the unit's address is in the old PSW
        BE   READ
        CLI  CSW+4,0x0D                 ; unit exception: no more cards
        BE   DONE
        CLI  CSW+4,0x0C
        BNE  WRONG
        AP   NUMBER(2),ONE(1)
        UNPK DIGITS(3),NUMBER(2)
        OI   DIGITS+2,0xF0
        LA   R1,LISTING
        ST   R1,CAW
        SIO  PRINTER
        BC   7,WRONG
        LPSW WAITING
DONE:   LPSW STOPPED
WRONG:  LPSW BROKEN

        .balign 8
WAITING: .word 0xFF020000, WRONG        ; until a channel interrupts
STOPPED: .word 0x00020000, 0
BROKEN: .word 0x00020000, 0xDEAD
HEADING: .word 0x11000000 + TITLE, (CHAINC << 24) + TITLEEND - TITLE
        .word 0x0B000000, 0x20000001    ; and one more line, without a word
CARD:   .word 0x02000000 + COLUMNS, 80
LISTING: .word 0x09000000 + DIGITS, (CHAIND << 24) + 6
        .word COLUMNS, 80
NUMBER: .byte 0x00, 0x0C                ; packed, with its sign
ONE:    .byte 0x1C
DIGITS: .ascii "000   "
TITLE:  .ascii "CARDS READ"
TITLEEND:
COLUMNS: .space 80

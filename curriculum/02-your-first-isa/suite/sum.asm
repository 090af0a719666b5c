; The Baby cannot add. It can take away the negative.
        .org 1
        LDN  two           ; A = -2
        SUB  three         ; A = -5
        STO  sum
        LDN  sum           ; A = 5
        STO  sum
        STP
two:    NUM  2
three:  NUM  3
sum:    NUM  0

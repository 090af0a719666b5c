; An instruction is a number like any other: this program makes another one out of `take` before it gets there.
        .org 1
        LDN  take
        STO  result
        LDN  result        ; A = the instruction SUB data
        SUB  minus1        ; the same with the next line
        STO  take
        LDN  zero          ; A = 0
take:   SUB  data
        STO  result
        STP
zero:   NUM  0
minus1: NUM  -1
data:   NUM  7
        NUM  3
result: NUM  0

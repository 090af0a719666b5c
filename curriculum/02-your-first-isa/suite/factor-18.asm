; The largest number below `number` that divides it, found as on 21 June 1948: every candidate is tried, from the largest down,
; and to divide is to take away until the rest is negative.
        .org 1
next:   LDN  minus         ; A = factor
        SUB  one
        STO  factor        ; the next candidate
        LDN  factor
        STO  minus         ; and what it takes to add it
        LDN  below         ; A = number
divide: SUB  factor
        CMP                ; negative? then skip the jump
        JRP  back
        SUB  minus         ; once too often: A is the rest now
        STO  rest
        LDN  rest
        CMP                ; was there a rest? then skip the stop
        STP
        JMP  again

one:    NUM  1
back:   NUM  -3            ; behind the line that is three before JRP
again:  NUM  next - 1      ; jumps go behind the line they name
below:  NUM  -18
minus:  NUM  -18
factor: NUM  0
rest:   NUM  0

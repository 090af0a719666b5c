        .org 0
        STP
        LDN  one
        STP
one:    NUM  1

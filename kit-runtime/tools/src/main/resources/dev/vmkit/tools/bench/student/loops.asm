; Adds up the numbers from 200 down to 1, again and again, with what a small accumulator machine has.
start:  LOAD  #200
        STORE i
next:   LOAD  sum
        ADD   i
        STORE sum
        LOAD  i
        SUB   #1
        STORE i
        JNZ   next
        JUMP  start
i:      .byte 0
sum:    .byte 0

; Adds 10 + 9 + ... + 1. `kit test` runs every example and compares the state at HALT with the lines "expect".
        LOAD  #10
        STORE count
again:  LOAD  sum
        ADD   count
        STORE sum
        LOAD  count
        SUB   #1
        STORE count
        JNZ   again
        LOAD  sum
        HALT
; expect: A = 55
; expect: Z = 0
; expect: mem[count] = 0

count:  .byte 0
sum:    .byte 0

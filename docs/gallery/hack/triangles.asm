// Sierpinski's triangle, one row of the screen after another: a pixel is lit if exactly one of two pixels of the row above is,
// the one over it and that one's left neighbour. Any key turns the picture into its negative and back.
//
// A row is 32 words, the left pixel the lowest bit of the first. So a row shifted to the right by a pixel is each word doubled,
// plus the highest bit of the word before. There is no exclusive or: a ^ b is a + b - 2 (a & b).

        @SCREEN
        M=1                     // one pixel in the first row
        D=A
        @word
        M=D
        @8160                   // 255 rows of 32 words
        D=A
        @left
        M=D
        @column
        M=0

(NEXT)  // carry: the highest bit of the word before, in a row's first word 0
        @column
        D=M
        @31
        D=D&A
        @FIRST
        D;JEQ
        @word
        A=M-1
        D=M
        @FIRST
        D;JGE
        @carry
        M=1
        @SHIFT
        0;JMP
(FIRST)
        @carry
        M=0
(SHIFT)
        @word
        A=M
        D=M
        @above
        M=D
        D=D+M
        @carry
        D=D+M
        @shifted
        M=D
        @above                  // exclusive or
        D=D&M
        @both
        M=D
        @shifted
        D=M
        @above
        D=D+M
        @both
        D=D-M
        D=D-M
        @sum
        M=D
        @32                     // the word below
        D=A
        @word
        D=D+M
        @below
        M=D
        @sum
        D=M
        @below
        A=M
        M=D
        @word
        M=M+1
        @column
        M=M+1
        @left
        MD=M-1
        @NEXT
        D;JGT

(WAIT)  @KBD
        D=M
        @WAIT
        D;JEQ
(HELD)  @KBD
        D=M
        @HELD
        D;JNE
        @SCREEN
        D=A
        @word
        M=D
(INVERT)
        @word
        A=M
        M=!M
        @word
        MD=M+1
        @KBD
        D=D-A
        @INVERT
        D;JLT
        @WAIT
        0;JMP

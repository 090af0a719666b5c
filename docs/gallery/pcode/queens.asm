; made by p4.awk
        .section .text
        .entry L0
L3:
        ent1 L4
        ent2 L5
        ldci 1
        stri 0 6
        ldoi 11
        stri 0 7
L6:
        lodi 0 6
        lodi 0 7
        leqi
        fjp L7
        ldci 1
        stri 0 5
        ldoi 11
        stri 0 8
L8:
        lodi 0 5
        lodi 0 8
        leqi
        fjp L9
        lao 15
        lodi 0 6
        chki C1
        deci 1
        ixa 1
        indi 0
        lodi 0 5
        equi
        fjp L10
        lca C2
        ldci 2
        ldci 2
        lda 1 6
        csp wrs
        ujp L11
L10:
        lca C3
        ldci 2
        ldci 2
        lda 1 6
        csp wrs
L11:
        lodi 0 5
        inci 1
        stri 0 5
        ujp L8
L9:
        lda 1 6
        csp wln
        lodi 0 6
        inci 1
        stri 0 6
        ujp L6
L7:
        retp
.equ L4, 9
.equ L5, 9
L13:
        ent1 L14
        ent2 L15
        lodi 1 6
        ldos 12
        inn
        lodi 1 5
        lodi 1 6
        adi
        ldos 14
        inn
        not
        and
        lodi 1 5
        lodi 1 6
        sbi
        ldci 15
        adi
        ldos 13
        inn
        not
        and
        chkb C4
        strb 0 0
        retb
.equ L14, 5
.equ L15, 8
L12:
        ent1 L16
        ent2 L17
        ldci 1
        stri 0 6
        ldoi 11
        stri 0 7
L18:
        lodi 0 6
        lodi 0 7
        leqi
        fjp L19
        mst 0
        cup 0 L13
        fjp L20
        lao 15
        lodi 0 5
        chki C1
        deci 1
        ixa 1
        lodi 0 6
        stoi
        ldos 12
        lodi 0 6
        sgs
        dif
        sros 12
        ldos 14
        lodi 0 5
        lodi 0 6
        adi
        sgs
        uni
        sros 14
        ldos 13
        lodi 0 5
        lodi 0 6
        sbi
        ldci 15
        adi
        sgs
        uni
        sros 13
        lodi 0 5
        ldoi 11
        lesi
        fjp L21
        mst 1
        lodi 0 5
        ldci 1
        adi
        cup 1 L12
        ujp L22
L21:
        ldoi 10
        ldci 1
        adi
        sroi 10
        ldoi 10
        ldci 1
        equi
        fjp L23
        mst 1
        cup 0 L3
L23:
L22:
        ldos 12
        lodi 0 6
        sgs
        uni
        sros 12
        ldos 14
        lodi 0 5
        lodi 0 6
        adi
        sgs
        dif
        sros 14
        ldos 13
        lodi 0 5
        lodi 0 6
        sbi
        ldci 15
        adi
        sgs
        dif
        sros 13
L20:
        lodi 0 6
        inci 1
        stri 0 6
        ujp L18
L19:
        retp
.equ L16, 8
.equ L17, 8
L24:
        ent1 L25
        ent2 L26
        lca C5
        ldci 25
        ldci 25
        lda 0 6
        csp wrs
        lao 11
        lda 0 5
        csp rdi
L27:
        ldoi 11
        ldci 1
        lesi
        ldoi 11
        ldci 8
        grti
        ior
        fjp L28
        lca C6
        ldci 8
        ldci 8
        lda 0 6
        csp wrs
        lao 11
        lda 0 5
        csp rdi
        ujp L27
L28:
        ldci 0
        sroi 10
        lci C7
        sros 12
        ldci 1
        sroi 9
        ldoi 11
        stri 0 23
L29:
        ldoi 9
        lodi 0 23
        leqi
        fjp L30
        ldos 12
        ldoi 9
        sgs
        uni
        sros 12
        ldoi 9
        inci 1
        sroi 9
        ujp L29
L30:
        lci C7
        sros 14
        lci C7
        sros 13
        mst 0
        ldci 1
        cup 1 L12
        ldoi 10
        ldci 1
        lda 0 6
        csp wri
        lca C8
        ldci 5
        ldci 5
        lda 0 6
        csp wrs
        lda 0 6
        csp wln
        retp
.equ L25, 24
.equ L26, 10
L0:
        mst 0
        cup 0 L24
        stp
        .section .constants, data
        .org 0x80000
C1: .dword 1, 8
C2: .ascii " Q"
        .fill 198, 32
C3: .ascii " ."
        .fill 198, 32
C4: .dword 0, 1
C5: .ascii "How many queens, 1 to 8?"
        .fill 176, 32
C6: .ascii "1 to 8:"
        .fill 193, 32
C7: .dword 0x0000000000000000
C8: .ascii " ways"
        .fill 195, 32


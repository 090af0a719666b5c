; Punches a copy of the tape in the reader, in capitals while switch 0 is up. The lamps count the rows.
PRS  = 177550           ; the reader: status, row
PRB  = 177552
PPS  = 177554           ; the punch
PPB  = 177556
PANEL = 177570          ; reading gives the switches, writing lights the lamps

        .org    1000
start:  clr     r1
next:   inc     @#PRS           ; go
wait:   bit     #100200, @#PRS  ; an error, or done
        bmi     end
        beq     wait
        movb    @#PRB, r0
        bit     #1, @#PANEL
        beq     punch
        cmpb    r0, #141
        blo     punch
        cmpb    r0, #172
        bhi     punch
        bic     #40, r0
punch:  tstb    @#PPS
        bpl     punch
        movb    r0, @#PPB
        inc     r1
        mov     r1, @#PANEL
        br      next
end:    halt

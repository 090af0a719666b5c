# Turns the P-code that the Pascal P4 compiler writes (its file prr) into assembly for the kit: awk -f p4.awk prr > program.asm
# A line is an instruction (' lodi   0       5'), a label ('l   3' or 'l   4=       6'), a line number ('i   10'), or 'q', which
# ends the procedures; after it comes what is executed first.

function constant(key, text) {                       # a constant above the heap, once
    if (!(key in place)) {
        place[key] = "C" ++count
        table = table place[key] ": " text "\n"
    }
    return place[key]
}
function label() { match($0, /l *[0-9]+ *$/); return "L" (substr($0, RSTART + 1) + 0) }
function number(text) { sub(/^ +/, "", text); return text }

BEGIN { part = 0; print "; made by p4.awk\n        .section .text\n        .entry L0" }
/^q/  { if (part++ == 0) print "L0:" ; next }
/^i/  { next }
/^l/  {
    text = substr($0, 2)
    if (split(text, half, "=") == 2) printf ".equ L%d, %d\n", half[1], half[2]
    else printf "L%d:\n", text
    next
}
/^ lca'/ {
    text = substr($0, 6, length($0) - 6)
    sub(/ +$/, "", text)                             # the compiler fills up to 200 with blanks, and so does .fill
    quoted = text
    gsub(/\\/, "\\\\", quoted)
    gsub(/"/, "\\\"", quoted)
    print "        lca " constant("s" text, ".ascii \"" quoted "\"\n        .fill " 200 - length(text) ", 32")
    next
}
/^ ldc\(/ {                                          # a set, as 64 bits in four times 16
    split("", quarter)
    size = split(substr($0, 6), element, /[ )]+/)
    for (k = 1; k <= size; k++) if (element[k] != "") quarter[int(element[k] / 16)] += 2 ^ (element[k] % 16)
    text = sprintf("0x%04X%04X%04X%04X", quarter[3], quarter[2], quarter[1], quarter[0])
    print "        lci " constant(text, ".dword " text)
    next
}
/^ ldci/ {
    value = number(substr($0, 6)) + 0
    if (value >= -524288 && value < 524288) print "        ldci " value
    else print "        lci " constant("i" value, ".dword " number(substr($0, 6)))
    next
}
/^ ldcc/ { character = substr($0, index($0, "'") + 1, 1); gsub(/['\\]/, "\\\\&", character); print "        ldcc '" character "'"; next }
/^ ldcn/ { print "        ldcn"; next }
/^ chka/ { print "        chka " $2; next }
/^ chk/  { print "        " $1 " " constant("b" $2 " " $3, ".dword " $2 ", " $3); next }
/^ ent/  { print "        ent" $2 " " label(); next }
/^ cup/  { print "        cup " $2 " " label(); next }
/^ (ujp|fjp|xjp)/ { print "        " $1 " " label(); next }
/^ /     { line = $0; gsub(/ +/, " ", line); print "       " line }
END      { print "        .section .constants, data\n        .org 0x80000\n" table }

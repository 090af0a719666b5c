package dev.vmkit.language.codec;

import dev.vmkit.language.ir.Isa;

/** Prints instructions so that the assembler makes the same bits of them. Immutable. */
public final class Disassembler {

    private Disassembler() {}

    public static Disassembler of(Isa isa) {
        throw new IllegalStateException("seam: to be written");
    }

    /**
     * The assembly line of an instruction at an address. An alias is used where one fits; where the assembler would choose
     * another form for the line, the form's id is written in place of the mnemonic ({@code ORA/abs $0}).
     */
    public String print(Decoding.Decoded decoded, long address, Symbols symbols) {
        throw new IllegalStateException("seam: to be written");
    }
}

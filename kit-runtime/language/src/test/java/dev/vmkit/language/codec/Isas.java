package dev.vmkit.language.codec;

import dev.vmkit.language.ir.BinaryOp;
import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.ByteOrder;
import dev.vmkit.language.isa.Operand.Relative;
import java.util.List;
import java.util.Optional;

/** Corners of instruction sets by hand, one for each shape of encoding. */
final class Isas {
    private Isas() {}

    /** Operand {@code i} differs from {@code value}. */
    static Optional<Expr> not(int i, long value) {
        Expr equal = new Expr.Binary(BinaryOp.EQUAL, new Expr.OperandValue(i), new Expr.Const(64, value));
        return Optional.of(new Expr.Select(equal, new Expr.Const(1, 0), new Expr.Const(1, 1)));
    }

    /** 16 and 32 bits, scattered immediates, excluded values: RISC-V. */
    static Isa riscv() {
        return new IsaBuilder(ByteOrder.LITTLE, 8, 64)
                .file("x", 32, "x")
                .register("x", 5, 0, 31, "rd", "rs1", "rs2")
                .register("x", 3, 8, 15, "rdq")
                .number("imm12", "s12")
                .number("boff", "s13", 2, 0, Relative.PC)
                .number("u10", "u10", 4, 0, Relative.NONE, 0L)
                .number("s6", "s6")
                .form("addi", "imm12 rs1 000 rd 0010011", "addi {rd}, {rs1}, {imm12}")
                .form("beq", "boff[12|10:5] rs2 rs1 000 boff[4:1|11] 1100011", "beq {rs1}, {rs2}, {boff}")
                .form("c.addi4spn", "000 u10[5:4|9:6|2|3] rdq 00", "c.addi4spn {rdq}, {u10}")
                .form("c.addiw", "001 s6[5] rd s6[4:0] 01", "c.addiw {rd}, {s6}", not(0, 0), List.of())
                .build();
    }

    /** Units of 16 bits: LC-3. */
    static Isa lc3() {
        return new IsaBuilder(ByteOrder.BIG, 16, 16)
                .file("r", 8, "R")
                .register("r", 3, 0, 7, "dr", "sr1", "sr2")
                .number("imm5", "s5")
                .number("pc9", "s9", 1, 0, Relative.NEXT)
                .form("add/reg", "0001 dr sr1 000 sr2", "ADD {dr}, {sr1}, {sr2}")
                .form("add/imm", "0001 dr sr1 1 imm5", "ADD {dr}, {sr1}, {imm5}")
                .form("LD", "0010 dr pc9", "LD {dr}, {pc9}")
                .form("RTI", "1000 000000000000", "RTI")
                .build();
    }

    /** Prefix bytes, holes in register choices, a displacement before the opcode: Z80. */
    static Isa z80() {
        return new IsaBuilder(ByteOrder.LITTLE, 8, 16)
                .choice("r", 3, "B", "C", "D", "E", "H", "L", "_", "A")
                .choice("r2", 3, "B", "C", "D", "E", "H", "L", "_", "A")
                .number("d", "s8")
                .number("nn", "u16")
                .number("n", "u8")
                .form("ld/r.r", "01 r r2", "LD {r}, {r2}")
                .form("ld/r.m", "01 r 110", "LD {r}, (HL)")
                .form("ld/m.r", "01 110 r", "LD (HL), {r}")
                .form("HALT", "01 110 110", "HALT")
                .form("ld/r.n", "00 r 110, n", "LD {r}, {n}")
                .form("ld/A.nn", "0x3A, nn", "LD A, ({nn})")
                .form("ld/r.x", "0xDD, 01 r 110, d", "LD {r}, (IX+{d})")
                .form("rlc/x", "0xDD, 0xCB, d, 0x06", "RLC (IX+{d})")
                .build();
    }

    /** LEB128 operands, and more than 64 bits. */
    static Isa stack() {
        return new IsaBuilder(ByteOrder.BIG, 8, 16)
                .leb("k", "s32")
                .leb("u", "u32")
                .leb("l", "s64")
                .number("a", "u64")
                .number("n", "u8")
                .form("const", "0x41, k", "const {k}")
                .form("load", "0x28, u, n", "load {u}, {n}")
                .form("const64", "0x42, l", "const64 {l}")
                .form("wide", "0xFE, a, 0xEF", "wide {a}")
                .form("drop", "0x1A", "drop")
                .build();
    }
}

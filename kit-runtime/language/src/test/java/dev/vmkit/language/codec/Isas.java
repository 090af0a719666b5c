package dev.vmkit.language.codec;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Samples;
import dev.vmkit.language.text.SourceFile;

/** Small instruction sets, one for each shape of encoding, beside the nine samples. */
final class Isas {
    private Isas() {}

    private static Isa define(String name, String definition) {
        return SampleIsas.check(new SourceFile(name + ".yaml", "isa: " + name + "\n" + definition));
    }

    /** The sample, with the textbook's spelling of directives. */
    static Isa lc3() {
        String spelling =
                "asm:\n  directives: { .FILL: .word, .BLKW: .space, .STRINGZ: .asciz, .ORIG: .org, .END: .end }\n";
        String sample = Samples.find("lc3").orElseThrow().content();
        return SampleIsas.check(new SourceFile("lc3.yaml", sample.replace("asm:\n", spelling)));
    }

    /** LEB128 operands, and more than 64 bits. */
    static Isa stack() {
        return define("stack", """
            byte-order: big
            spaces: { mem: { addr: 16, unit: 8 } }
            registers: { pc: { width: 16, role: pc } }
            asm: { comment: ";", hex: ["0x"] }
            traps: { illegal: { vector: 0 } }
            operands:
              k: { leb: s32 }
              u: { leb: u32 }
              l: { leb: s64 }
              a: { int: u64 }
              n: { int: u8 }
            instructions:
              const:   { encode: "0x41, k", asm: "{k}", unused: ok, do: "" }
              load:    { encode: "0x28, u, n", asm: "{u}, {n}", unused: ok, do: "" }
              const64: { encode: "0x42, l", asm: "{l}", unused: ok, do: "" }
              wide:    { encode: "0xFE, a, 0xEF", asm: "{a}", unused: ok, do: "" }
              drop:    { encode: "0x1A", do: "" }
            """);
    }

    /** Lines without a mnemonic in front: a sign, and operands whose words are known. */
    static Isa equations() {
        return define("equations", """
            byte-order: little
            spaces: { mem: { addr: 15, unit: 16 } }
            registers: { A: { width: 16 }, D: { width: 16 }, pc: { width: 15, role: pc } }
            asm: { comment: "//", case-sensitive: true, labels-in-parentheses: true, symbols: { SCREEN: 0x4000 }, variables: 16 }
            traps: { illegal: { vector: 0 } }
            operands:
              v: { int: u15 }
              dest: { enum: { "": 0, "D=": 1, "A=": 2 } }
              comp: { enum: { "0": 0, D: 1, "D+1": 2, "-D": 3 } }
              jump: { enum: { "": 0, ";JMP": 1 } }
            instructions:
              a: { syntax: "@{v}", encode: "0 v", unused: ok, do: "" }
              c: { syntax: "{dest}{comp}{jump}", encode: "1000 0000 000 dest comp jump", unused: ok, do: "" }
            """);
    }

    /** What follows a plus is a register or a number, which may be negative. */
    static Isa indexed() {
        return define("indexed", """
            byte-order: little
            spaces: { mem: { addr: 16, unit: 8 } }
            registers: { r: { count: 4, width: 8 }, pc: { width: 16, role: pc } }
            asm: { comment: ";" }
            traps: { illegal: { vector: 0 } }
            operands:
              g: { reg: r }
              d: { int: s8 }
            instructions:
              by_register: { mnemonic: LD, encode: "000000 g", asm: "(IX+{g})", unused: ok, do: "" }
              by_number:   { mnemonic: LD, encode: "00000100, d", asm: "(IX+{d})", unused: ok, do: "" }
            """);
    }

    /** Short and long branches under one mnemonic, aliases, macros, prefix operators. */
    static Isa relaxing() {
        return define("relaxing", """
            byte-order: little
            spaces: { mem: { addr: 16, unit: 8 } }
            registers:
              r:  { count: 4, width: 16, name: "R{n}" }
              pc: { width: 16, role: pc }
            asm:
              comment: ";"
              hex: ["$"]
              binary: ["%"]
              operators: { "<": "v[7:0]", ">": "v[15:8]", "%far": "(v - pc) / 2" }
            traps: { illegal: { vector: 0 } }
            operands:
              r, r2: { reg: r }
              n:     { int: u8, format: hex }
              s:     { int: s8 }
              nn:    { int: u16, format: hex }
              near:  { int: s8, relative: next }
              far:   { int: s16, relative: next }
            instructions:
              jmp/near: { mnemonic: JMP, encode: "0x10, near", asm: "{near}", do: "pc = near" }
              jmp/far:  { mnemonic: JMP, encode: "0x11, far", asm: "{far}", do: "pc = far" }
              set/n:    { mnemonic: SET, encode: "001000 r, n", asm: "{r}, {n}", do: "r = n" }
              set/nn:   { mnemonic: SET, encode: "001001 r, nn", asm: "{r}, {nn}", do: "r = nn" }
              add/r:    { mnemonic: ADD, encode: "0011 r r2", asm: "{r}, {r2}", do: "r = r + r2" }
              add/s:    { mnemonic: ADD, encode: "010000 r, s", asm: "{r}, {s}", do: "r = r + s" }
            aliases:
              NOP:            "ADD R0, 0"
              "INC {r}":      "ADD {r}, 1"
              "DBL {r}":      "ADD {r}, {r}"
              "NEXT {r}":     "SET {r}, next"
              "SWAP {r}, {r2}": ["ADD {r}, {r2}", "ADD {r2}, {r}"]
              "ADDS {r}, {s}": ["ADD {r}, {s}", "ADD {r}, {s} * 2"]
            """);
    }

    /** Counts in octal, branches back by a number of words, and has an operand that counts from the middle. */
    static Isa octal() {
        return define("octal", """
            byte-order: little
            spaces: { mem: { addr: 16, unit: 8 } }
            registers: { r: { count: 8, width: 16, name: "R{n}" }, pc: { width: 16, role: pc } }
            asm: { comment: ";", octal: "" }
            traps: { illegal: { vector: 0o10 } }
            operands:
              r:    { reg: r }
              n:    { int: u16 }
              s:    { int: s16 }
              back: { int: u7, step: -2, relative: next }
              far:  { int: u16, step: -1, relative: next }
              at:   { int: u16, relative: pc, bias: 4 }
            instructions:
              SOB:  { encode: "0111111 r back", asm: "{r}, {back}", do: "r = r - 0o1; if r != 0 { pc = back }" }
              SET:  { encode: "0001 000000000 r, n", asm: "{r}, #{n}", do: "r = n" }
              ADD:  { encode: "0010 000000000 r, s", asm: "{r}, #{s}", do: "r = r + s" }
              FAR:  { encode: "0100 000000000000, far", asm: "{far}", do: "pc = far" }
              LOAD: { encode: "0011 000000000 r, at, n", asm: "{r}, {at}, {n}", do: "r = mem16[at] + n" }
            """);
    }

    /** A special case of a general form, and a longer one. */
    static Isa overriding() {
        return define("overriding", """
            byte-order: little
            spaces: { mem: { addr: 16, unit: 8 } }
            registers: { pc: { width: 16, role: pc } }
            asm: { comment: ";", hex: ["0x"] }
            traps: { illegal: { vector: 0 } }
            operands:
              n: { int: u4 }
              m: { int: u8 }
            instructions:
              general: { encode: "0001 n", asm: "{n}", unused: ok, do: "" }
              special: { encode: "0x10", overrides: general, do: "" }
              longer:  { encode: "0x1F, m", asm: "{m}", overrides: general, unused: ok, do: "" }
            """);
    }

    /** The sample with operators and macros that take addresses apart, as the RISC-V manual's pseudo-instructions do. */
    static Isa riscv() {
        String sample = Samples.find("rv64i").orElseThrow().content();
        return SampleIsas.check(new SourceFile(
                "riscv.yaml",
                sample.replace("isa: rv64i\n", "isa: riscv\n")
                        .replace("byte-order: little\n", """
                            byte-order: little
                            asm:
                              comment: "#"
                              hex: ["0x"]
                              operators:
                                "%hi": "(v + 0x800) >> 12"
                                "%lo": "((v & 0xFFF) ^ 0x800) - 0x800"
                                "%near": "(v - pc + 0x800) >> 12"
                                "%rest": "(((v - pc + 4) & 0xFFF) ^ 0x800) - 0x800"
                            """)
                        .replace("aliases:\n", """
                            aliases:
                              "li {rd}, {imm12}": "addi {rd}, zero, {imm12}"
                              "li {rd}, {imm20}": ["lui {rd}, %hi({imm20})", "addi {rd}, {rd}, %lo({imm20})"]
                              "la {rd}, {joff}": ["auipc {rd}, %near({joff})", "addi {rd}, {rd}, %rest({joff})"]
                            """)));
    }
}

package dev.vmkit.language.isa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.language.text.Diagnostic;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sections of a definition declare. */
class DeclarationsTests {
    private static final String HEAD = """
        isa: parts
        spaces: { mem: { addr: 16, unit: 8 } }
        """;

    private static IsaModel load(String rest) {
        return Samples.load(new SourceFile("parts.yaml", HEAD + rest), IsaLoader.Choice.DEFAULT);
    }

    private static IsaModel withRegisters(String registers) {
        return load("registers:\n  pc: { width: 16, role: pc }\n" + registers.indent(2));
    }

    /** The one operand of the one form of a definition that declares it so. */
    private static Operand operand(String declaration) {
        IsaModel model = load("""
            registers:
              pc: { width: 16, role: pc }
              r: { count: 16, width: 8 }
              a, b: { width: 8 }
              ab: { view: a @ b }
            enums: { rounding: { near: 0, zero: 1 } }
            maps: { io: { index: 4, width: 8, entries: { a: { at: 3 }, b: { at: 5 } } } }
            functions:
              b8 twice(b8 x): "return x + x"
            operands:
              o: %s
            instructions:
              X: { encode: "o", asm: "{o}", unused: ok, do: "" }
            """.formatted(declaration));
        return model.forms().getFirst().operands().getFirst();
    }

    @Test
    void registersTakeSlotsInTheOrderOfTheFile() {
        IsaModel model = withRegisters("x, y: { width: 8 }\nr: { count: 4, width: 32 }\nz: { width: 1 }");
        assertThat(model.registers()).extracting(RegisterFile::slot).containsExactly(0, 1, 2, 3, 7);
        assertThat(model.slots()).isEqualTo(8);
    }

    @Test
    void registersAreCalledByListPatternOrFile() {
        IsaModel model = withRegisters("""
            v: { count: 3, width: 8, name: "V{n:X}" }
            s: { count: 2, width: 8, names: [zero, ra], also: ["x{n}", "link=ra"] }
            t: { count: 2, width: 8 }
            """);
        assertThat(model.register("v").orElseThrow().names()).containsExactly("V0", "V1", "V2");
        assertThat(model.register("s").orElseThrow().names()).containsExactly("zero", "ra");
        assertThat(model.register("s").orElseThrow().also()).isEqualTo(Map.of("x0", 0, "x1", 1, "link", 1));
        assertThat(model.register("t").orElseThrow().names()).containsExactly("t0", "t1");
    }

    @Test
    void aRegisterHasFieldsOnesAndResetValue() {
        RegisterFile p = withRegisters("""
            p: { width: 8, ones: "00100000", reset: 0x24, expose: false, fields: { N: 7, MODE: "4:3" } }
            """).register("p").orElseThrow();
        assertThat(p.ones()).isEqualTo(0x20);
        assertThat(p.reset()).isEqualTo(0x24);
        assertThat(p.exposed()).isFalse();
        assertThat(p.fields()).isEqualTo(Map.of("N", new BitRange(7, 7), "MODE", new BitRange(4, 3)));
    }

    @Test
    void aTimerNamesTheLineItRaises() {
        RegisterFile timer = withRegisters("""
            lines: { width: 16, role: lines }
            alarm: { width: 64, role: timer, line: 5, offset: ahead }
            ahead: { width: 64 }
            """).register("alarm").orElseThrow();
        assertThat(timer.role()).isEqualTo(RegisterFile.Role.TIMER);
        assertThat(timer.line()).isEqualTo(5);
        assertThat(timer.offset()).contains("ahead");
    }

    @Test
    void namesMayEndInApostrophes() {
        IsaModel model = withRegisters("AF, AF': { width: 16 }");
        assertThat(model.register("AF'")).isPresent();
    }

    @Test
    void aRegisterOperandHasAsManyBitsAsItsRegistersNeed() {
        assertThat(operand("{ reg: r, bits: 8 }").codeWidth()).isEqualTo(8);
        Operand.Register some = (Operand.Register) operand("{ reg: r, only: 4..7, bits: 8 }");
        assertThat(some.first()).isEqualTo(4);
        assertThat(some.accepts(3)).isTrue();
        assertThat(some.accepts(4)).isFalse();
    }

    @Test
    void registersPickedOneByOneMayLeaveCodesOut() {
        Operand.Choice choice = (Operand.Choice) operand("{ regs: [a, _, r3, ab], bits: 8 }");
        assertThat(choice.registers())
                .containsExactly(Optional.of("a"), Optional.empty(), Optional.of("r3"), Optional.of("ab"));
        assertThat(choice.accepts(1)).isFalse();
        assertThat(choice.accepts(4)).isFalse();
    }

    @Test
    void theBitsBelowTheStepAreNotInTheCode() {
        Operand.Immediate far = (Operand.Immediate) operand("{ int: s12, step: 16, bias: 2, not: 2, relative: pc }");
        assertThat(far.codeWidth()).isEqualTo(8);
        assertThat(far.value(0xFF)).isEqualTo(-14);
        assertThat(far.accepts(0)).isFalse();
        assertThat(far.relative()).isEqualTo(Operand.Relative.PC);
    }

    @Test
    void aStepMayBeNegative() {
        Operand.Immediate back = (Operand.Immediate) operand("{ int: u9, step: -2 }");
        assertThat(back.codeWidth()).isEqualTo(8);
        assertThat(back.value(0)).isZero();
        assertThat(back.value(0xFF)).isEqualTo(-510);
    }

    @Test
    void numbersHaveNamesOfTheirOwnOrOfAnEnumOrOfAMap() {
        assertThat(((Operand.Immediate) operand("{ int: u8, names: { one: 1 } }")).names())
                .isEqualTo(Map.of("one", 1L));
        assertThat(((Operand.Immediate) operand("{ int: u8, names: rounding }")).names())
                .isEqualTo(Map.of("near", 0L, "zero", 1L));
        assertThat(((Operand.Immediate) operand("{ int: u8, names: io }")).names())
                .isEqualTo(Map.of("a", 3L, "b", 5L));
    }

    @Test
    void aCustomOperandNamesItsTwoFunctions() {
        Operand.Custom custom = (Operand.Custom) operand("{ custom: 8, decode: twice, encode: twice }");
        assertThat(custom.decode()).isEqualTo("twice");
        assertThat(custom.codeWidth()).isEqualTo(8);
    }

    @Test
    void theNumbersOfEnumsAndConstantsAreNamed() {
        IsaModel model = load("""
            registers: { pc: { width: 16, role: pc } }
            constants: { PAGE: 0x1000, HALF: 8 * 4 }
            enums: { mode: { user: 0, machine: 3, "": 7 } }
            """);
        assertThat(model.constants()).isEqualTo(Map.of("PAGE", 4096L, "HALF", 32L, "user", 0L, "machine", 3L));
    }

    @Test
    void assemblyIsSpeltAsTheDefinitionSays() {
        AsmSettings asm = load("""
            registers: { pc: { width: 16, role: pc } }
            asm:
              comment: [";", "//"]
              hex: ["$"]
              operators: { "<": "v[7:0]" }
              directives: { .FILL: .word }
              case-sensitive: true
            """).asm();
        assertThat(asm.comments()).containsExactly(";", "//");
        assertThat(asm.hex()).containsExactly("$");
        assertThat(asm.operators()).isEqualTo(Map.of("<", "v[7:0]"));
        assertThat(asm.directives()).isEqualTo(Map.of(".FILL", ".word"));
        assertThat(asm.caseSensitive()).isTrue();
    }

    @Test
    void aTrapCalledIllegalIsAlwaysThere() {
        assertThat(withRegisters("").traps()).containsOnlyKeys("illegal");
    }

    @Test
    void anExternSaysWhatItTouches() {
        IsaModel model = load("""
            registers: { pc: { width: 16, role: pc }, a: { width: 8 } }
            externs:
              bool key(b4 k): { device: keypad, reads: a, may-trap: true }
            """);
        ExternDeclaration extern = Objects.requireNonNull(model.externs().get("key"));
        assertThat(extern.head()).hasToString("bool key(b4 k)");
        assertThat(extern.reads()).containsExactly("a");
        assertThat(extern.mayTrap()).isTrue();
        assertThat(extern.blocks()).isFalse();
    }

    @Test
    void aRowMayHaveItsOwnDoc() {
        IsaModel model = load("""
            registers: { pc: { width: 16, role: pc } }
            instructions:
              step:
                doc: "Goes $where."
                encode: "op"
                columns: { op: bits, where: text }
                rows: { UP: ["0x01", up], DOWN: ["0x02", "down, slowly"] }
                do: ""
            """);
        assertThat(model.forms()).extracting(Form::doc).containsExactly("Goes up.", "Goes down, slowly.");
    }

    @Test
    void aMacroIsAnAliasOfSeveralLines() {
        IsaModel model = load("""
            registers: { pc: { width: 16, role: pc } }
            operands: { n: { int: u8 } }
            instructions:
              LD: { encode: "0x01, n", asm: "{n}", unused: ok, do: "" }
              ST: { encode: "0x02, n", asm: "{n}", unused: ok, do: "" }
            aliases:
              "MOVE {n}": ["LD {n}", "ST {n}"]
            """);
        assertThat(model.aliases())
                .singleElement()
                .satisfies(alias -> assertThat(alias.expansion()).hasSize(2));
    }

    @Test
    void theModelCannotBeChanged() {
        IsaModel model = Samples.load("lc3");
        assertThatThrownBy(() -> model.forms().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> model.constants().put("x", 1L)).isInstanceOf(UnsupportedOperationException.class);
        List<Operand> operands = model.forms().getFirst().operands();
        assertThatThrownBy(operands::clear).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void bootSaysWhatRegistersHoldAndWhatTheDeviceTreeSays() {
        BootProtocol boot = load("""
            params: { XLEN: { default: 64, choices: [32, 64] } }
            features: { A: { default: "true" }, B: { default: "false" } }
            registers:
              x: { count: 4, width: 64, names: [zero, ra, a0, a1] }
              pc: { width: 64, role: pc }
            boot:
              registers: { a1: device-tree, a0: hart }
              processor:
                node: cpu
                compatible: toy
                some,isa: { join: { toy64: XLEN == 64, toy32: XLEN == 32, _a: A, _b: B } }
                extensions: { a: A, b: B }
                mmu-type: { paged: B }
                block-size: { 64: A }
                flag: true
                three: [1, 2, 3]
            """).boot().orElseThrow();
        assertThat(boot.registers())
                .isEqualTo(Map.of(BootProtocol.Handover.HART, 2, BootProtocol.Handover.DEVICE_TREE, 3));
        assertThat(boot.interrupts()).isEmpty();
        assertThat(boot.processor().orElseThrow())
                .isEqualTo(new TreeTemplate(
                        "cpu",
                        Map.of(
                                "compatible", List.of("toy"),
                                "some,isa", List.of("toy64_a"),
                                "extensions", List.of("a"),
                                "block-size", List.of("64"),
                                "flag", List.of(),
                                "three", List.of("1", "2", "3"))));
    }

    @Test
    void bootKnowsItsRegistersAndWords() {
        assertThatThrownBy(() -> load("""
            registers:
              a0: { width: 16 }
              pc: { width: 16, role: pc }
            boot: { registers: { a1: hart, a0: hat } }
            """))
                .hasMessageContaining("no register called 'a1'")
                .hasMessageContaining("a register holds one of hart, device-tree, firmware-info, not 'hat'");
    }

    @Test
    void settingsMayComeWithAFeature() {
        IsaModel model = load("""
            params: { BIG: { default: 0 } }
            registers: { pc: { width: 16, role: pc }, m: { width: 1 } }
            elf: { machine: 243, when: "BIG" }
            interrupts: { levels: 7, when: "BIG" }
            privilege: { mode: m, modes: { low: 0, high: 1 }, when: "BIG == 0" }
            """);
        assertThat(model.elf()).isEmpty();
        assertThat(model.requests().levels()).isEqualTo(Requests.MOST);
        assertThat(model.privilege()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"elf: 7", "interrupts: 7", "interrupts: [0o774, 4, 7]"})
    void settingsThatAreMappingsAreNothingElse(String setting) {
        Diagnostics diagnostics = new Diagnostics();
        IsaLoader.load(
                new SourceFile("parts.yaml", HEAD + """
                    registers: { pc: { width: 16, role: pc } }
                    instructions: { NOP: { encode: "0x00", do: "" } }
                    """ + setting),
                name -> Optional.empty(),
                IsaLoader.Choice.DEFAULT,
                diagnostics);
        assertThat(diagnostics.list())
                .extracting(Diagnostic::message)
                .containsExactly(
                        "expected a mapping (key: value), found a " + (setting.endsWith("]") ? "list" : "value"));
    }
}

package dev.vmkit.language.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.ir.Evaluator;
import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.IrPrinter;
import dev.vmkit.language.ir.Specialiser;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is checked of whole forms: operands, families, conditions, stand-ins, restart. */
class FormTests {

    @Test
    void anOperandThatTheBodyNeverMentionsIsReported() {
        assertThat(Snippet.mistakes("""
            instructions:
              x: { encode: "rd rs 00", asm: "{rd}, {rs}", do: "rd = 1" }
            """)).containsExactly("K313 nothing here uses the operand 'rs' at rd = 1");
    }

    @Test
    void unusedOperandsMayBeMeant() {
        assertThat(Snippet.mistakes("""
            instructions:
              x: { encode: "rd rs 00", asm: "{rd}, {rs}", unused: ok, do: "rd = 1" }
              y: { encode: "rd rs 01", asm: "{rd}, {rs}", do: "" }
              z: { encode: "rd rs 10", asm: "{rd}, {rs}", where: "#rs != 0", do: "rd = 1" }
            """)).isEmpty();
    }

    @Test
    void aMistakeInTheBodyOfAFamilyIsReportedOnceWithTheNumberOfItsForms() {
        assertThat(Snippet.mistakes("""
            instructions:
              alu:
                encode: "op rd rs"
                asm: "{rd}, {rs}"
                columns: { op: bits, value: expr }
                rows:
                  add: ["00", "rd + rs"]
                  sub: ["01", "rd - rs"]
                  and: ["10", "rd & c"]
                do: "q = 1; rd = $value"
            """))
                .containsExactly(
                        "K304 the two sides have 16 and 8 bits; widths never change by themselves at c",
                        "K303 'q' is not a register, flag, operand, function or local (3 forms) at q");
    }

    @Test
    void aColumnMayNameTheFunctionThatIsCalled() {
        Instruction x = Checked.isa(Snippet.file("""
            functions:
              b16 twice(b16 x): "return x + x"
            instructions:
              alu:
                encode: "op rd rs"
                asm: "{rd}, {rs}"
                columns: { op: bits, f: expr }
                rows: { x: ["00", twice] }
                do: "rd = $f(rs)"
            """)).instructions().getFirst();
        assertThat(IrPrinter.print(x.body())).isEqualTo("r[#0] = twice(r[#1])\n");
    }

    @Test
    void aColumnIsATreeAndNotText() {
        Instruction x = Checked.isa(Snippet.file("""
            instructions:
              alu:
                encode: "op rd rs"
                asm: "{rd}, {rs}"
                columns: { op: bits, value: expr }
                rows: { x: ["00", "rd + rs"] }
                do: "rd = 2 * $value"
            """)).instructions().getFirst();
        assertThat(IrPrinter.print(x.body())).isEqualTo("r[#0] = ((r[#0] + r[#1]) << 1:7)\n");
    }

    @Test
    void aConditionOnOperandsIsDecidedWithoutAMachine() {
        Instruction x = Checked.isa(Snippet.file("""
            instructions:
              x: { encode: "rd rs u8 00", asm: "{rd}, {rs}, {u8}", unused: ok, where: "#rd != #rs && u8 < 10", do: "rd = rs" }
            """)).instructions().getFirst();
        assertThat(Evaluator.holds(x.where().orElseThrow(), 1, 2, 9)).isTrue();
        assertThat(Evaluator.holds(x.where().orElseThrow(), 1, 1, 9)).isFalse();
        assertThat(Evaluator.holds(x.where().orElseThrow(), 1, 2, 10)).isFalse();
    }

    @Test
    void aConditionCannotLookAtRegisters() {
        assertThat(Snippet.mistakes("""
            instructions:
              x: { encode: "rd rs 00", asm: "{rd}, {rs}", where: "rd != 0", do: "rd = rs" }
            """))
                .containsExactly("K328 this condition looks at more than the operands' numbers at rd != 0");
    }

    @Test
    void aStandInRunsTheOtherBodyWithItsOwnOperands() {
        Instruction inc = Checked.instruction(Checked.isa(Snippet.file("""
            instructions:
              add: { encode: "rd rs imm5 00001", asm: "{rd}, {rs}, {imm5}", do: "rd = rs + imm5" }
              inc: { encode: "rd 11111", asm: "{rd}", is: "add(rd: rd, rs: rd, imm5: 1)" }
              zap: { encode: "imm5 000", asm: "{imm5}", is: "add(rd: R3, rs: R0, imm5: imm5)" }
            """)), "inc");
        assertThat(IrPrinter.print(Specialiser.specialise(inc, new long[] {5}).body()))
                .isEqualTo("r[5:64] = (r[5:64] + 1:16)\n");
    }

    @Test
    void aStandInMustFit() {
        assertThat(Snippet.mistakes("""
            instructions:
              add: { encode: "rd rs imm5 00001", asm: "{rd}, {rs}, {imm5}", do: "rd = rs + imm5" }
              jmp: { encode: "rel 00000000", asm: "{rel}", do: "pc = rel" }
              a: { encode: "rd 11111", asm: "{rd}", is: "add(rd: rd, rs: rd, imm5: 16)" }
              b: { encode: "u8 10101010", asm: "{u8}", is: "add(rd: R1, rs: R1, imm5: u8)" }
              c: { encode: "rd 11110", asm: "{rd}", is: "add(rd: rd, rs: a, imm5: 1)" }
              d: { encode: "imm5 101", asm: "{imm5}", is: "jmp(rel: imm5)" }
            """))
                .containsExactly(
                        "K327 '16' cannot stand for 'imm5': the other holds -16 to 15 at 16",
                        "K327 'u8' cannot stand for 'imm5': it may be 0 to 255, the other holds -16 to 15 at u8",
                        "K327 'a' cannot stand for 'rs': a register of r is needed at a",
                        "K327 'imm5' cannot stand for 'rel': it is a plain number, the other an address"
                                + " relative to next at imm5");
    }

    @Test
    void standInsThatGoInACircleAreReported() {
        assertThat(Snippet.mistakes("""
            instructions:
              a: { encode: "rd 00000", asm: "{rd}", is: "b(rd: rd)" }
              b: { encode: "rd 00001", asm: "{rd}", is: "a(rd: rd)" }
            """)).hasSize(2).allMatch(m -> m.startsWith("K327 ") && m.contains("without end"));
    }

    @Test
    void anInstructionThatIsNotRestartableMayWriteBeforeItTraps() {
        String form = """
            instructions:
              x: { encode: "rd 00000", asm: "{rd}", %s do: "rd = 1; if Z { raise divide(0) }" }
            """;
        assertThat(Snippet.mistakes(form.formatted("")))
                .containsExactly(
                        "K315 this may trap after a register was written, so the instruction could not start again"
                                + " at raise divide(0)");
        assertThat(Snippet.mistakes(form.formatted("restartable: no,"))).isEmpty();
    }

    @Test
    void theFunctionsOfACustomOperandMustUndoEachOther() {
        String definition = """
            functions:
              b8 widen(b4 code): "return zext(code) + 1"
              b4 narrow(b8 value): "return trunc(value %s 1)"
            instructions:
              x: { encode: "k rd 0", asm: "{rd}, {k}", do: "rd = k" }
            """;
        String operand = "  k: { custom: 4, decode: widen, encode: narrow }\n";
        assertThat(custom(operand, definition.formatted("-"))).isEmpty();
        assertThat(custom(operand, definition.formatted("^")))
                .anyMatch(m -> m.startsWith("K329 operand 'k': widen(0x1) is 0x2, but narrow(0x2) is 0x3"));
    }

    private static List<String> custom(String operand, String rest) {
        return Snippet.mistakes(operand + rest);
    }

    @Test
    void everythingInlinedHasALimit() {
        StringBuilder functions = new StringBuilder("functions:\n");
        for (int i = 0; i < 16; i++) {
            functions.append("  f%d(): \"f%d(); f%d()\"\n".formatted(i, i + 1, i + 1));
        }
        functions.append("  f16(): \"c = c + 1\"\n");
        assertThat(Snippet.mistakes(functions + """
            instructions:
              x: { encode: "00000000", do: "f0()" }
            hooks: { reset: "f3()" }
            """)).hasSize(2).allMatch(m -> m.startsWith("K326 "));
    }
}

package dev.vmkit.language.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.ir.IrPrinter;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens at traps, interrupts, reset; and the functions made for register maps and translation. */
class HookTests {
    private static final String INSTRUCTION = """
        instructions:
          x: { encode: "00000000", do: "raise divide(c)" }
        """;

    @Test
    void theTrapHookSeesTheNumbersOfTheTrapAndTheValueRaised() {
        Isa isa = Checked.isa(
                Snippet.file(INSTRUCTION + "hooks: { trap: \"a = vector; c = tval; pc = mem16[vector]\" }\n"));
        assertThat(isa.trapAttributes()).containsExactly("vector");
        assertThat(IrPrinter.print(isa.trapHook().orElseThrow())).isEqualTo("""
            trap(b64 vector%0, b8 tval%1) {
              a = vector%0[15:0]
              c = tval%1
              jump mem16[vector%0[15:0]]
            }
            """);
    }

    @Test
    void withoutATypedValueTheValueRaisedHas64Bits() {
        Isa isa = Checked.isa(Snippet.file("""
            instructions:
              x: { encode: "00000000", do: "raise divide(7)" }
            hooks: { trap: "a = tval[15:0]" }
            """));
        assertThat(isa.trapHook().orElseThrow().parameterWidths()).containsExactly(64, 64);
    }

    @Test
    void interruptAndPendingSeeTheVectorAndTheLevel() {
        Isa isa = Checked.isa(Snippet.file(INSTRUCTION + """
            hooks:
              interrupt: "f.hi = 0; pc = mem16[vector]; a = level"
              pending: "Z && level > 3"
            """));
        assertThat(isa.interruptHook()).isPresent();
        assertThat(IrPrinter.print(isa.pending().orElseThrow())).isEqualTo("""
            b1 pending(b64 vector%0, b64 level%1) {
              return (f[6] & (3:64 <s level%1))
            }
            """);
    }

    @Test
    void whatDecidesBetweenInstructionsLooksAtRegistersAlone() {
        for (String condition : List.of("mem16[a] != 0", "seen(a)", "counted()")) {
            for (String hook : List.of("pending", "due")) {
                assertThat(Snippet.mistakes(INSTRUCTION + """
                    externs: { "bool seen(b16 v)": { device: cpu } }
                    functions: { "bool counted()": "a = a + 1; return a == 0" }
                    hooks: { interrupt: "if counted() & seen(a) { a = 0 }", %s: "%s" }
                    """.formatted(hook, condition)))
                        .singleElement()
                        .asString()
                        .contains("K337 '" + hook + "' does more than look at registers");
            }
        }
    }

    @Test
    void theFunctionsOfARegisterMap() {
        Isa isa = Checked.isa(Snippet.file("""
            maps:
              csr:
                index: 8
                width: 16
                missing: "raise illegal(n)"
                access: "if n[7] && store { raise illegal(0) }"
                entries:
                  a:  { at: 1, write-mask: 0xFF, read-mask: 0xFFF, check: "if Z { raise illegal(0) }" }
                  b:  { at: 2, accept: "v != 3" }
                  id: { at: 0x80, value: 7 }
                  up: { at: 3, of: a, read: "a + 1", write: "a = v - 1" }
            """ + INSTRUCTION));
        StringBuilder all = new StringBuilder();
        isa.functions().values().forEach(f -> all.append(IrPrinter.print(f)));
        assertThat(all.toString()).isEqualTo("""
            b16 csr.read(b8 n%0) {
              match n%0 {
                1 {
                  return (a & 0xfff:16)
                }
                2 {
                  return b
                }
                128 {
                  return 7:16
                }
                3 {
                  return (a + 1:16)
                }
                else {
                  raise illegal(zext(n%0, 64))
                }
              }
            }
            csr.write(b8 n%0, b16 v%1) {
              match n%0 {
                1 {
                  a = ((a & 0xff00:16) | (v%1 & 0xff:16))
                }
                2 {
                  if (v%1 != 3:16) {
                    b = v%1
                  }
                }
                128 {
                }
                3 {
                  a = (v%1 - 1:16)
                }
                else {
                  raise illegal(zext(n%0, 64))
                }
              }
            }
            csr_check(b8 n%0, b1 store%1) {
              match n%0 {
                1 {
                }
                2 {
                }
                128 {
                }
                3 {
                }
                else {
                  raise illegal(zext(n%0, 64))
                }
              }
              if (n%0[7] & store%1) {
                raise illegal(0:64)
              }
              match n%0 {
                1 {
                  if f[6] {
                    raise illegal(0:64)
                  }
                }
                else {
                }
              }
            }
            """);
    }

    @Test
    void theFunctionThatTranslatesMustFitTheSpace() {
        assertThat(Checked.mistakes(Snippet.file("""
            functions:
              b8 walk(b16 address, b2 access): "return address[7:0]"
            """ + INSTRUCTION)
                        .content()
                        .transform(text -> text.replace(
                                "mem: { addr: 16, unit: 8 }",
                                "mem: { addr: 16, unit: 8, translate: walk, over: phys }\n"
                                        + "  phys: { addr: 16, unit: 8 }"))
                        .transform(text -> new SourceFile("snippet", text))))
                .anyMatch(m -> m.endsWith(
                        "K304 the translation of mem does not fit its addresses | b16 walk(b16 address, b2 access)"));
    }

    @Test
    void theFunctionThatGuardsMustFitTheSpaceAndCountsAsCalled() {
        assertThat(guardedBy("bool allow(b16 address, b2 access): \"return true\""))
                .contains("K304 the guard of mem does not fit its addresses | b1 allow(b16 address, b2 access, b7"
                        + " units)");
        assertThat(guardedBy("bool allow(b16 address, b2 access, b7 units): \"return true\""))
                .isEmpty();
    }

    private static String guardedBy(String function) {
        String text = Snippet.file("functions:\n  " + function + "\n" + INSTRUCTION)
                .content()
                .replace("mem: { addr: 16, unit: 8 }", "mem: { addr: 16, unit: 8, guard: allow, key: [a, f.Z] }");
        return String.join("\n", Checked.mistakes(new SourceFile("snippet", text)));
    }
}

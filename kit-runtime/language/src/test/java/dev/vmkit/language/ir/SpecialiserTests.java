package dev.vmkit.language.ir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.isa.Operand;
import dev.vmkit.language.isa.Samples;
import dev.vmkit.language.semantics.Checked;
import dev.vmkit.language.text.SourceFile;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A specialised body does exactly what its instruction's body does: the same loads, stores, jumps, traps, registers. */
class SpecialiserTests {
    private static final List<String> SAMPLES = Samples.ALL;

    /** Bodies in which the order of effects, early returns and changing locals matter. */
    private static final String[] TRICKY = {
        "rd = a + bump(1)",
        "rd = bump(1) + a",
        "rd = (a ^ b) + bump(rd) + a",
        "mem16[a] = bump(2)",
        "r[a[2:0]] = bump(2)",
        "let x = a; let y = bump(2); rd = x + y",
        "let x = a; let y = probe(c); rd = x + zext(y)",
        "rd = a + zext(probe(c))",
        "let x = mem16[a]; let y = mem16[b]; rd = y - x",
        "let x = mem16[a]; let y = mem16[b]; rd = if Z { x } else { y }",
        "let x = mem16[a]; if Z { rd = x }",
        "let x = mem16[a]; mem16[b] = rd; rd = x",
        "let x = mem16[a] + mem16[b]; rd = x + mem16[rd]",
        "var b16 v = a; let w = v; v = v + 1; rd = w + v",
        "var b16 v = a; let w = v + 1; if Z { v = b }; rd = w + v",
        "var b16 v = 1; let w = v; if Z { v = 2 }; rd = w + v",
        "var b16 k = 3; for i in 0 .. 3 { rd = rd + k; k = k + 1 }",
        "var b16 k = 3; for i in 0 .. imm { if Z { k = 5 }; rd = rd + k + i }; a = k",
        "rd = if Z { bump(1) } else { a }; b = a",
        "Z = Z && bump(1) == 3 || a == 7; b = a",
        "rd = early(a) + early(b)",
        "rd = chain(a) ^ chain(rd)",
        "rd = loopy(a)",
        "rd = danger(a & 1) + bump(1)",
        "a = 1; rd = danger(b & 1); b = 2",
        "let s, odd = half(bump(1)); rd = s; Z = odd",
        "let s, odd = half(a); a = 0; rd = s; Z = odd",
        "match rd[1:0] { 0 { a = bump(1) } 1, 2 { a = early(b) } else { } }; rd = a",
        "f.hi = bump(1)[3:0]; Z = flip()",
        "a[bump(1)[3:0]] = flip()",
        "for i in 0 .. 3 { if rd[i] { mem16[a + i] = rd } }",
        "let x = imm; match imm { 0 { rd = 1 } 1 { raise divide(a) } else { rd = x } }; a = 1",
    };

    private static Isa tricky() {
        StringBuilder definition = new StringBuilder("""
            isa: tricky
            byte-order: little
            spaces: { mem: { addr: 16, unit: 8 } }
            registers:
              r: { count: 8, width: 16, name: "R{n}" }
              a, b: { width: 16 }
              c: { width: 8 }
              f: { width: 8, fields: { Z: 6, hi: "5:2" } }
              pc: { width: 16, role: pc }
            traps: { divide: { vector: 2 } }
            externs:
              b8 probe(b8 x): { device: probe, writes: [a, b] }
            operands:
              rd: { reg: r }
              imm: { int: u3 }
            functions:
              b16 bump(b16 by): "a = a + by; return a"
              bool flip(): "f = ~f; return f[0]"
              b16 early(b16 v): "if v[0] { return v + 1 }; b = v; return v - 1"
              b16 chain(b16 v): "let x = early(v); if x[1] { return early(x) }; return x + a"
              b16 loopy(b16 n): |
                var b16 s = 0
                var b16 k = 1
                for i in 0 .. 3 {
                  if n[0] { s = s + k }
                  k = k + 2
                  if s > 4 { return s }
                }
                return s + k
              b16 danger(b16 v): "if v == 0 { raise divide(v) }; return v"
              (b16, bool) half(b16 v): "a = v; return v >> 1, v[0]"
            instructions:
            """);
        for (int i = 0; i < TRICKY.length; i++) {
            definition.append("  x%d: { encode: \"0x%02X 00 rd imm\", asm: \"{rd}, {imm}\", unused: ok, do: \"%s\" }\n"
                    .formatted(i, i, TRICKY[i]));
        }
        return Checked.isa(new SourceFile("tricky", definition.toString()));
    }

    @Test
    void effectsKeepTheirOrder() {
        Isa isa = tricky();
        Random random = new Random(5);
        for (Instruction instruction : isa.instructions()) {
            for (int round = 0; round < 200; round++) {
                agree(isa, instruction, operands(instruction, random), random.nextLong());
            }
        }
        isa.functions().values().forEach(function -> agree(isa, function));
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void specialisedBodiesDoTheSame(String sample) {
        Isa isa = Checked.sample(sample);
        Random random = new Random(11);
        for (Instruction instruction : isa.instructions()) {
            for (int round = 0; round < 20; round++) {
                long[] operands = operands(instruction, random);
                if (operands.length > 0 || round < 4) {
                    agree(isa, instruction, operands, random.nextLong());
                }
            }
        }
    }

    private static void agree(Isa isa, Instruction instruction, long[] operands, long seed) {
        List<String> original =
                new ReferenceRunner(isa.model(), operands, seed).run(instruction.body(), instruction.locals());
        Specialiser.Specialised special = Specialiser.specialise(instruction, operands);
        List<String> specialised =
                new ReferenceRunner(isa.model(), new long[0], seed).run(special.body(), special.locals());
        assertThat(specialised)
                .as("%s%n%s", IrPrinter.print(instruction), IrPrinter.print(special.body()))
                .isEqualTo(original);
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void inlinedFunctionsDoTheSame(String sample) {
        Isa isa = Checked.sample(sample);
        isa.functions().values().forEach(function -> agree(isa, function));
    }

    private static void agree(Isa isa, Function function) {
        Specialiser.Specialised inlined = Specialiser.inline(function);
        for (long seed = 0; seed < 50; seed++) {
            long[] arguments = arguments(function, new Random(seed));
            List<String> original = new ReferenceRunner(isa.model(), new long[0], seed)
                    .run(function.body(), function.locals(), arguments);
            List<String> same = new ReferenceRunner(isa.model(), new long[0], seed)
                    .run(inlined.body(), inlined.locals(), arguments);
            assertThat(same).as(function.name()).isEqualTo(original);
        }
    }

    private static long[] arguments(Function function, Random random) {
        return function.parameterWidths().stream()
                .mapToLong(width -> random.nextLong() & Operations.mask(width))
                .toArray();
    }

    private static long[] operands(Instruction instruction, Random random) {
        return instruction.form().operands().stream()
                .mapToLong(operand -> value(operand, random))
                .toArray();
    }

    private static long value(Operand operand, Random random) {
        return switch (operand) {
            case Operand.Register r -> random.nextInt(r.first(), r.last() + 1);
            case Operand.Choice c -> {
                int code = random.nextInt(c.registers().size());
                yield c.registers().get(code).isPresent() ? code : 0;
            }
            case Operand.Immediate i -> {
                long code = random.nextLong() & Operations.mask(i.codeWidth());
                yield (i.signed() ? Operations.signExtend(code, i.codeWidth()) : code) * i.step() + i.bias();
            }
            case Operand.Enumerated e ->
                List.copyOf(e.words().values()).get(random.nextInt(e.words().size()));
            case Operand.Leb l -> l.signed() ? random.nextInt() : random.nextInt() & 0xFFFFFFFFL;
            case Operand.Custom c -> random.nextLong() & Operations.mask(c.codeWidth());
        };
    }
}

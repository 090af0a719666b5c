package dev.vmkit.language.ir;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.isa.Operand;
import dev.vmkit.language.isa.Samples;
import dev.vmkit.language.semantics.Checked;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A specialised body does exactly what its instruction's body does: the same loads, stores, jumps, traps, registers. */
class SpecialiserTests {
    private static final List<String> SAMPLES = Samples.ALL;

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
        for (Function function : isa.functions().values()) {
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

package dev.vmkit.language.ieee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the host's arithmetic is taken, it gives what ours does, to the last bit and flag. */
class HostArithmeticTests {
    private static final int CASES = 100_000;

    static Stream<FloatOperation> operations() {
        return FloatOperation.all().stream()
                .filter(operation ->
                        operation.from() != 16 && operation.kind().compareTo(FloatOperation.Kind.MULTIPLY_ADD) <= 0);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void the_host_computes_what_we_compute(FloatOperation operation) {
        Format format = Format.of(operation.from());
        FloatFunction exact = FloatFunctions.exact(operation, FloatRules.DEFAULT);
        FloatFunction host = operation.under(FloatRules.DEFAULT);
        FloatFunction product = FloatFunctions.exact(
                new FloatOperation(FloatOperation.Kind.MULTIPLY, operation.from(), operation.to()), FloatRules.DEFAULT);
        StatusFlags flags = new StatusFlags();
        Random random = new Random(1985);
        for (int i = 0; i < CASES; i++) {
            long a = Operands.any(format, random);
            long b = random.nextInt(8) == 0 ? a ^ format.sign() : Operands.any(format, random);
            long near = product.compute(a, b, 0, Rounding.NEAREST_EVEN, flags) ^ format.sign();
            long c = random.nextBoolean() && format.isFinite(near)
                    ? near ^ random.nextInt(4)
                    : Operands.any(format, random);
            flags.take();
            long expected = exact.compute(a, b, c, Rounding.NEAREST_EVEN, flags);
            int raised = flags.take();
            long got = host.compute(a, b, c, Rounding.NEAREST_EVEN, flags);
            int also = flags.take();
            assertThat(got == expected && also == raised)
                    .as("%s %x %x %x: %x %x and %x %x", operation.name(), a, b, c, expected, raised, got, also)
                    .isTrue();
        }
    }
}

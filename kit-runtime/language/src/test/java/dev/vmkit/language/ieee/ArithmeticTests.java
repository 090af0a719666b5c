package dev.vmkit.language.ieee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.ieee.FloatRules.MinMax;
import dev.vmkit.language.ieee.FloatRules.NaN;
import dev.vmkit.language.ieee.FloatRules.Tininess;
import dev.vmkit.language.ieee.Standard.Result;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation on numbers gives the result and the flags of the standard, with the host's help and without. */
class ArithmeticTests {
    private static final int RANDOM_CASES = 200;

    private final StatusFlags flags = new StatusFlags();

    static Stream<FloatOperation> operations() {
        return FloatOperation.all().stream().filter(FloatOperation::rounds);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_rounds_as_the_standard_says(FloatOperation operation) {
        for (Tininess tininess : Tininess.values()) {
            Cases cases = new Cases(operation, tininess);
            cases.corners();
            cases.random(new Random(754));
        }
    }

    private final class Cases {
        private final FloatOperation operation;
        private final Expected expected;
        private final FloatFunction exact;
        private final FloatFunction fast;

        Cases(FloatOperation operation, Tininess tininess) {
            FloatRules rules = new FloatRules(NaN.CANONICAL, tininess, MinMax.NUMBER);
            this.operation = operation;
            this.expected = new Expected(operation, tininess);
            this.exact = FloatFunctions.exact(operation, rules);
            this.fast = operation.under(rules);
        }

        private boolean isFromInteger() {
            return operation.name().startsWith("s") || operation.name().startsWith("u");
        }

        void corners() {
            if (isFromInteger()) {
                return;
            }
            long[] corners = Operands.corners(Format.of(operation.from()));
            long[] none = {0};
            for (long a : corners) {
                for (long b : operation.operands() > 1 ? corners : none) {
                    check(a, b, operation.operands() > 2 ? corners[Math.floorMod(a ^ b * 31, corners.length)] : 0);
                }
            }
        }

        void random(Random random) {
            for (int i = 0; i < RANDOM_CASES; i++) {
                check(any(random), isFromInteger() ? 0 : any(random), isFromInteger() ? 0 : any(random));
            }
        }

        private long any(Random random) {
            return isFromInteger()
                    ? Operands.integer(operation.from(), random)
                    : Operands.any(Format.of(operation.from()), random);
        }

        private void check(long a, long b, long c) {
            for (Rounding rounding : Rounding.values()) {
                expected.of(a, b, c, rounding).ifPresent(result -> {
                    assertThat(got(exact, a, b, c, rounding))
                            .as(() -> told(a, b, c, rounding))
                            .isEqualTo(result);
                    assertThat(got(fast, a, b, c, rounding))
                            .as(() -> told(a, b, c, rounding))
                            .isEqualTo(result);
                });
            }
        }

        private Result got(FloatFunction function, long a, long b, long c, Rounding rounding) {
            return new Result(function.compute(a, b, c, rounding, flags), flags.take());
        }

        private String told(long a, long b, long c, Rounding rounding) {
            return "%s %x %x %x %s".formatted(operation.name(), a, b, c, rounding);
        }
    }
}

package dev.vmkit.language.ieee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.ieee.FloatRules.MinMax;
import dev.vmkit.language.ieee.FloatRules.NaN;
import dev.vmkit.language.ieee.FloatRules.Tininess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conversions of what is no number or does not fit, and classes. */
class ConversionTests {
    private final StatusFlags flags = new StatusFlags();

    private long compute(FloatRules rules, String operation, long a) {
        return FloatOperation.named(operation)
                .orElseThrow()
                .under(rules)
                .compute(a, 0, 0, Rounding.NEAREST_EVEN, flags);
    }

    @ParameterizedTest
    @CsvSource({
        "f64_to_s32, 7ff0000000000000, 7fffffff",
        "f64_to_s32, fff0000000000000, 80000000",
        "f64_to_s32, fff8000000000000, 7fffffff",
        "f64_to_s32, 41e0000000000000, 7fffffff",
        "f64_to_u32, bff0000000000000, 0",
        "f64_to_u32, 41f0000000000000, ffffffff",
        "f64_to_u64, 43f0000000000000, ffffffffffffffff",
        "f64_to_u64, 7ff4000000000000, ffffffffffffffff",
        "f64_to_s64, c3e0000000000001, 8000000000000000",
        "f32_to_s64, 7fc00000, 7fffffffffffffff",
    })
    void what_does_not_fit_becomes_the_nearest_that_does(String operation, String a, String result) {
        assertThat(Long.toHexString(compute(FloatRules.DEFAULT, operation, Long.parseUnsignedLong(a, 16))))
                .isEqualTo(result);
        assertThat(flags.take()).isEqualTo(StatusFlags.INVALID);
    }

    @Test
    void the_smallest_integer_fits() {
        assertThat(compute(FloatRules.DEFAULT, "f64_to_s64", 0xC3E0_0000_0000_0000L))
                .isEqualTo(Long.MIN_VALUE);
        assertThat(flags.take()).isZero();
    }

    @Test
    void a_nan_keeps_sign_and_the_top_of_its_payload_where_the_rules_say_so() {
        FloatRules rules = new FloatRules(NaN.FIRST_OPERAND, Tininess.AFTER_ROUNDING, MinMax.NUMBER);
        assertThat(compute(rules, "f64_to_f32", 0xFFF8_2468_ACE1_3579L)).isEqualTo(0xFFC1_2345L);
        assertThat(compute(rules, "f32_to_f64", 0xFF81_2345L)).isEqualTo(0xFFF8_2468_A000_0000L);
        assertThat(flags.take()).isEqualTo(StatusFlags.INVALID);
        assertThat(compute(FloatRules.DEFAULT, "f64_to_f32", 0xFFF8_2468_ACE1_3579L))
                .isEqualTo(0x7FC0_0000L);
    }

    @ParameterizedTest
    @CsvSource({
        "fc00, 0", "c000, 1", "8001, 2", "83ff, 2", "8000, 3", "0000, 4", "0001, 5", "0400, 6", "7bff, 6", "7c00, 7",
        "7c01, 8", "fdff, 8", "7e00, 9", "ffff, 9",
    })
    void every_value_has_one_class(String half, int number) {
        assertThat(compute(FloatRules.DEFAULT, "fclass16", Long.parseLong(half, 16)))
                .isEqualTo(1L << number);
    }

    @Test
    void operations_are_named_after_what_goes_in_and_what_comes_out() {
        assertThat(FloatOperation.all())
                .extracting(FloatOperation::name)
                .contains("fadd16", "ffma64", "feq32", "f64_to_f16", "f32_to_s64", "u64_to_f32")
                .doesNotHaveDuplicates()
                .hasSize(13 * 3 + 6 + 4 * 6);
        assertThat(FloatOperation.named("fadd80")).isEmpty();
    }
}

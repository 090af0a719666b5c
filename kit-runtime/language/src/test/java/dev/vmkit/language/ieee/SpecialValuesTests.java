package dev.vmkit.language.ieee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.ieee.FloatRules.MinMax;
import dev.vmkit.language.ieee.FloatRules.NaN;
import dev.vmkit.language.ieee.FloatRules.Tininess;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Zeros, infinities and NaNs, in binary32. */
class SpecialValuesTests {
    private static final Map<String, Long> VALUES = Map.ofEntries(
            Map.entry("0", 0L),
            Map.entry("-0", 0x8000_0000L),
            Map.entry("1", 0x3F80_0000L),
            Map.entry("-1", 0xBF80_0000L),
            Map.entry("2", 0x4000_0000L),
            Map.entry("tiny", 1L),
            Map.entry("-tiny", 0x8000_0001L),
            Map.entry("inf", 0x7F80_0000L),
            Map.entry("-inf", 0xFF80_0000L),
            Map.entry("nan", 0x7FC0_0000L),
            Map.entry("quiet", 0xFFC1_2345L),
            Map.entry("other", 0x7FC0_0001L),
            Map.entry("signaling", 0xFF81_2345L), // made quiet it is "quiet"
            Map.entry("true", 1L),
            Map.entry("false", 0L));

    private static long value(String name) {
        return name == null ? 0 : VALUES.get(name);
    }

    private static void check(
            FloatRules rules, String name, String a, String b, String c, String result, String raised) {
        FloatOperation operation = FloatOperation.named(name).orElseThrow();
        StatusFlags flags = new StatusFlags();
        long got = operation.under(rules).compute(value(a), value(b), value(c), Rounding.NEAREST_EVEN, flags);
        assertThat(got).isEqualTo(value(result));
        assertThat(flags.take())
                .isEqualTo(
                        switch (raised) {
                            case "invalid" -> StatusFlags.INVALID;
                            case "by-zero" -> StatusFlags.DIVIDE_BY_ZERO;
                            default -> 0;
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "fadd32, inf, 1, , inf, none",
        "fadd32, inf, -inf, , nan, invalid",
        "fadd32, quiet, 1, , nan, none",
        "fadd32, 1, signaling, , nan, invalid",
        "fadd32, 1, -1, , 0, none",
        "fadd32, -0, -0, , -0, none",
        "fsub32, inf, inf, , nan, invalid",
        "fsub32, 0, 0, , 0, none",
        "fsub32, -0, 0, , -0, none",
        "fmul32, inf, -1, , -inf, none",
        "fmul32, inf, 0, , nan, invalid",
        "fmul32, -0, 1, , -0, none",
        "fdiv32, 1, 0, , inf, by-zero",
        "fdiv32, 1, -0, , -inf, by-zero",
        "fdiv32, 0, 0, , nan, invalid",
        "fdiv32, inf, inf, , nan, invalid",
        "fdiv32, inf, 0, , inf, none",
        "fdiv32, 1, -inf, , -0, none",
        "fsqrt32, -1, , , nan, invalid",
        "fsqrt32, -0, , , -0, none",
        "fsqrt32, inf, , , inf, none",
        "fsqrt32, -inf, , , nan, invalid",
        "ffma32, inf, 0, 1, nan, invalid",
        "ffma32, 0, inf, quiet, nan, invalid",
        "ffma32, inf, 1, -inf, nan, invalid",
        "ffma32, inf, 1, inf, inf, none",
        "ffma32, 1, 1, -inf, -inf, none",
        "ffma32, quiet, 1, signaling, nan, invalid",
        "ffma32, 1, 1, quiet, nan, none",
        "ffma32, 0, 1, 2, 2, none",
        "ffma32, -0, 1, 0, 0, none",
        "ffma32, -0, 1, -0, -0, none",
        "fround32, inf, , , inf, none",
        "fround32, signaling, , , nan, invalid",
        "fround32, -0, , , -0, none",
    })
    void arithmetic(String operation, String a, String b, String c, String result, String raised) {
        check(FloatRules.DEFAULT, operation, a, b, c, result, raised);
    }

    @ParameterizedTest
    @CsvSource({
        "feq32, 0, -0, true, none",
        "feq32, quiet, quiet, false, none",
        "feq32, signaling, 1, false, invalid",
        "flt32, quiet, 1, false, invalid",
        "flt32, -inf, -1, true, none",
        "flt32, -0, 0, false, none",
        "flt32, -tiny, tiny, true, none",
        "fle32, 1, quiet, false, invalid",
        "fle32, -0, 0, true, none",
        "fle32, 2, 1, false, none",
    })
    void comparison(String operation, String a, String b, String result, String raised) {
        check(FloatRules.DEFAULT, operation, a, b, null, result, raised);
    }

    @ParameterizedTest
    @CsvSource({
        "NUMBER, fmin32, -0, 0, -0, none",
        "NUMBER, fmax32, -0, 0, 0, none",
        "NUMBER, fmin32, -1, -inf, -inf, none",
        "NUMBER, fmin32, quiet, 1, 1, none",
        "NUMBER, fmax32, 1, signaling, 1, invalid",
        "NUMBER, fmax32, quiet, quiet, nan, none",
        "NUMBER_2008, fmax32, quiet, 1, 1, none",
        "NUMBER_2008, fmax32, 1, signaling, nan, invalid",
        "NAN, fmin32, quiet, 1, nan, none",
        "NAN, fmin32, 1, signaling, nan, invalid",
        "NAN, fmin32, 1, 2, 1, none",
    })
    void extrema(MinMax flavour, String operation, String a, String b, String result, String raised) {
        FloatRules rules = new FloatRules(NaN.CANONICAL, Tininess.AFTER_ROUNDING, flavour);
        check(rules, operation, a, b, null, result, raised);
    }

    @ParameterizedTest
    @CsvSource({
        "fadd32, other, quiet, , other, none",
        "fsub32, 1, quiet, , quiet, none",
        "fmul32, signaling, other, , quiet, invalid",
        "ffma32, 1, quiet, other, quiet, none",
        "ffma32, 1, 1, quiet, quiet, none",
        "fsqrt32, quiet, , , quiet, none",
        "fadd32, inf, -inf, , nan, invalid",
    })
    void the_first_nan_comes_through_where_the_rules_say_so(
            String operation, String a, String b, String c, String result, String raised) {
        FloatRules rules = new FloatRules(NaN.FIRST_OPERAND, Tininess.AFTER_ROUNDING, MinMax.NUMBER);
        check(rules, operation, a, b, c, result, raised);
    }
}

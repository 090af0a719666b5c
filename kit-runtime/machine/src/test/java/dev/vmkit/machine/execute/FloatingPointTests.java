package dev.vmkit.machine.execute;

import static java.lang.Double.doubleToRawLongBits;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.machine.hart.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Floating-point operations of instructions give their results and flags, under the rules of the definition. */
@ParameterizedClass
@MethodSource("dev.vmkit.machine.execute.Engines#all")
class FloatingPointTests {
    private static final int INVALID = 16;
    private static final int BY_ZERO = 8;
    private static final int OVERFLOW = 4;
    private static final int INEXACT = 1;
    private static final int UPWARD = 3;

    private static final double THIRD = 1.0 / 3;
    private static final long QUIET = 0xFFF8_0000_0000_1234L;
    private static final long SIGNALING = 0x7FF0_0000_0000_0001L;

    private final Bench bench;

    FloatingPointTests(Engines.Named engine) {
        bench = new Bench("floats", engine).ram("mem", 0, 0x100);
    }

    private void computeBits(String instruction, long a, long b, int rounding) {
        bench.program(0, instruction + "\n halt");
        bench.set("a", 0, a);
        bench.set("b", 0, b);
        bench.set("c", 0, doubleToRawLongBits(-1));
        bench.set("rounding", 0, rounding);
        bench.set("flags", 0, 0);
        assertThat(bench.run(10)).isEqualTo(new Stop.Halted());
    }

    private void compute(String instruction, double a, double b, int rounding) {
        computeBits(instruction, doubleToRawLongBits(a), doubleToRawLongBits(b), rounding);
    }

    private void expect(double result, int flags) {
        assertThat(Double.longBitsToDouble(bench.get("r"))).isEqualTo(result);
        assertThat(bench.get("flags")).isEqualTo(flags);
    }

    @Test
    void aResultIsRoundedInTheDirectionThatTheInstructionNames() {
        compute("div", 1, 3, 0);
        expect(THIRD, INEXACT);
        compute("div", 1, 3, UPWARD);
        expect(Math.nextUp(THIRD), INEXACT);
    }

    @Test
    void flagsOfSeveralOperationsAddUpWhereTheDefinitionSaysSo() {
        compute("div\n add", 1, 0, 0);
        expect(1, BY_ZERO);
        compute("mul\n sub", 0x1p1000, 0x1p1000, 0);
        expect(0, OVERFLOW | INEXACT);
    }

    @Test
    void aFusedOperationRoundsOnce() {
        compute("fma", THIRD, 3, 0);
        expect(-0x1p-54, 0);
    }

    @Test
    void nansAndExtremaFollowTheRulesOfTheDefinition() {
        computeBits("add", QUIET, SIGNALING, 0);
        assertThat(bench.get("r")).isEqualTo(QUIET);
        assertThat(bench.get("flags")).isEqualTo(INVALID);
        computeBits("max", doubleToRawLongBits(1), QUIET, 0);
        assertThat(bench.get("r")).isEqualTo(QUIET);
    }

    @Test
    void numbersBecomeIntegersTruthsAndClasses() {
        compute("int", -2.5, 0, UPWARD);
        assertThat(bench.get("r")).isEqualTo(-2);
        computeBits("float", -1, 0, 0);
        expect(0x1p64, INEXACT);
        compute("less", 1, 2, 0);
        assertThat(bench.get("r")).isEqualTo(1);
        computeBits("kind", SIGNALING, 0, 0);
        assertThat(bench.get("r")).isEqualTo(1 << 8);
    }
}

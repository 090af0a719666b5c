package dev.vmkit.machine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.machine.translate.TranslateEngine;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An instruction that means something else for each of 100 numbers, such as an access to one of many control registers. */
class LargeFormTests {
    private static final String CASES = IntStream.range(0, 100)
            .mapToObj(n -> "%d { x[d] = (a ^ (a << 3)) * %d + x[d]; a = x[d] ^ %d }".formatted(n, 2 * n + 1, n))
            .collect(Collectors.joining(" "));

    private static final String DEFINITION = """
        isa: large
        byte-order: little
        fetch: mem
        spaces: { mem: { addr: 16, unit: 8 } }
        registers:
          x: { count: 16, width: 32, zero: 0, name: "x{n}" }
          a: { width: 32 }
          pc: { width: 16, role: pc }
        asm: { comment: ";" }
        traps: { illegal: {} }
        operands:
          r: { reg: x }
          n: { int: u8 }
          back: { int: s8, relative: pc }
        instructions:
          pick: { encode: "n 0000 r 0x01", asm: "{r}, {n}", do: "match n { CASES else { raise illegal(n) } }" }
          again: { encode: "back 0x02", asm: "{back}", do: "pc = back" }
        """.replace("CASES", CASES.replace("x[d]", "r"));

    private static final String LOOP = "l: pick x1, 3\n pick x2, 99\n pick x0, 3\n pick x1, 7\n again l";

    private static Bench bench(Engines.Named engine) {
        Bench bench = new Bench(TestIsas.parse(DEFINITION), engine)
                .ram("mem", 0, 0x100)
                .program(0, LOOP);
        bench.set("a", 0, 5);
        return bench;
    }

    private static int step(int[] x, int register, int n, int a) {
        int result = (a ^ (a << 3)) * (2 * n + 1) + x[register];
        x[register] = register == 0 ? 0 : result;
        return x[register] ^ n;
    }

    @ParameterizedTest
    @MethodSource("dev.vmkit.machine.execute.Engines#all")
    void itDoesWhatItsNumberSays(Engines.Named engine) {
        Bench bench = bench(engine);
        bench.run(5 * 100);

        int[] x = new int[16];
        int a = 5;
        for (int round = 0; round < 100; round++) {
            a = step(x, 1, 3, a);
            a = step(x, 2, 99, a);
            a = step(x, 0, 3, a);
            a = step(x, 1, 7, a);
        }
        assertThat(bench.get("a")).isEqualTo(Integer.toUnsignedLong(a));
        assertThat(bench.get("x", 1)).isEqualTo(Integer.toUnsignedLong(x[1]));
        assertThat(bench.get("x", 2)).isEqualTo(Integer.toUnsignedLong(x[2]));
    }

    @Test
    void itHasAClassForEachNumberAndWhateverRegister() {
        Bench bench = bench(new Engines.Named("forms", TranslateEngine::interpreting));
        bench.run(5 * 100);

        long pickThreeNinetyNineSevenAndAgain = 4;
        assertThat(bench.hart().engine().statistics().forms()).isEqualTo(pickThreeNinetyNineSevenAndAgain);
    }

    @Test
    void aProgramThatUsesAllNumbersGetsAsManyClassesAsAreAllowed() {
        String all = IntStream.range(0, 100)
                .mapToObj(n -> "pick x1, %d\n".formatted(n))
                .collect(Collectors.joining());
        Bench bench = new Bench(TestIsas.parse(DEFINITION), new Engines.Named("forms", TranslateEngine::interpreting))
                .ram("mem", 0, 0x1000)
                .program(0, all);
        bench.run(100);

        assertThat(bench.hart().engine().statistics().forms()).isEqualTo(64);
    }
}

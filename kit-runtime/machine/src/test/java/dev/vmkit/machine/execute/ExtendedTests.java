package dev.vmkit.machine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Registers that hold numbers of 32 bits with their sign extended, until they do not. */
@ParameterizedClass
@MethodSource("dev.vmkit.machine.execute.Engines#all")
class ExtendedTests {
    private final Bench bench;

    ExtendedTests(Engines.Named engine) {
        bench = new Bench(TestIsas.parse("""
            isa: extended
            byte-order: little
            fetch: mem
            spaces: { mem: { addr: 16, unit: 8 } }
            registers:
              x: { count: 4, width: 64, name: "x{n}" }
              n: { width: 2 }
              a, b, c: { width: 64 }
              pc: { width: 16, role: pc }
            asm: { comment: ";" }
            traps: { illegal: {} }
            operands:
              back: { int: s8, relative: pc }
            instructions:
              set: { encode: "0x01", do: "x[1] = 5" }
              put: { encode: "0x02", do: "x[n] = 0x500000000" }
              take: { encode: "0x03", do: "a = x[1] ^ 1" }
              begin: { encode: "0x04", do: "b = 5" }
              grow:
                encode: "0x05"
                do: |
                  for i in 0 .. 2 { c = b ^ 1; b = b << 20 }
              loop: { encode: "back 0x06", asm: "{back}", do: "if a != 99 { pc = back }" }
            """), engine).ram("mem", 0, 0x100);
    }

    private void run(String source) {
        bench.program(0, source);
        bench.set("n", 0, 1);
        bench.run(1_000);
    }

    @Test
    void aWriteByComputedIndexMayBeToAnyRegister() {
        run("l: set\n put\n take\n loop l");
        assertThat(bench.get("a")).isEqualTo(0x500000001L);
    }

    @Test
    void aLaterRoundSeesWhatAnEarlierOneWrote() {
        run("l: begin\n grow\n loop l");
        assertThat(bench.get("c")).isEqualTo((5L << 40) ^ 1);
    }
}

package dev.vmkit.machine.execute;

import dev.vmkit.language.ieee.FloatOperation;
import dev.vmkit.language.ieee.FloatRules;
import dev.vmkit.language.ir.Isa;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An instruction set of every floating-point operation, for numbers from a table: {@code next} takes a row of it, which
 * are three operands, a rounding and the flags collected before; {@code save} keeps a result and its flags.
 */
final class FloatIsa {
    static final int ROW = 4 * Long.BYTES;
    static final int RESULT = 2 * Long.BYTES;

    private FloatIsa() {}

    /** What a definition does with the flags of an operation. */
    enum Use {
        COLLECTS("flags = flags | raised"),
        COLLECTS_WHAT_IS_NEW("if (raised & ~flags) != 0 { flags = raised | flags; news = news + 1 }"),
        COLLECTS_TWICE("flags = flags | raised; others = others | raised"),
        CLEARS_AND_COLLECTS("flags = flags & 14; flags = flags | raised"),
        KEEPS("flags = raised"),
        IGNORES("");

        private final String statement;

        Use(String statement) {
            this.statement = statement;
        }
    }

    static Isa of(Use use, FloatRules.NaN nan) {
        List<FloatOperation> operations = FloatOperation.all();
        String instructions = IntStream.range(0, operations.size())
                .mapToObj(i -> instruction(operations.get(i), i, use))
                .collect(Collectors.joining());
        return TestIsas.parse("""
            isa: table
            byte-order: little
            fetch: mem
            spaces: { mem: { addr: 16, unit: 8 } }
            registers:
              a, b, c, r, news: { width: 64 }
              source, target, end: { width: 16 }
              rounding: { width: 3 }
              flags, others: { width: 5 }
              pc: { width: 16, role: pc }
            floats: { nan: %s }
            traps: { illegal: {} }
            operands:
              rm: { int: u3 }
              back: { int: s8, relative: pc }
            instructions:
              next:
                encode: "0x01"
                do: |
                  a = mem64[source]; b = mem64[source + 8]; c = mem64[source + 16]
                  rounding = mem8[source + 24][2:0]; flags = mem8[source + 25][4:0]; others = flags
                  source = source + 32
              save:
                encode: "0x02"
                do: "mem64[target] = r; mem64[target + 8] = (news << 16) | zext(flags @ others); target = target + 16"
              loop: { encode: "back 0x03", asm: "{back}", do: "if source != end { pc = back }" }
              halt: { encode: "0x04", do: "halt()" }
            """.formatted(nan.name().toLowerCase(Locale.ROOT).replace('_', '-')) + instructions);
    }

    private static String instruction(FloatOperation operation, int number, Use use) {
        int width = operation.from();
        String operands = Stream.of("a", "b", "c")
                .limit(operation.operands())
                .map(register -> width == Long.SIZE ? register : register + "[" + (width - 1) + ":0]")
                .collect(Collectors.joining(", "));
        String rounding = operation.rounds() ? ", if rm == 7 { rounding } else { rm }" : "";
        return """
            encode: "00000 rm 0x%02X 0x05"
            asm: "{rm}"
            unused: ok
            do: |
              let value, raised = %s(%s%s)
              r = %s
              %s
            """.formatted(
                        number,
                        operation.name(),
                        operands,
                        rounding,
                        operation.to() == Long.SIZE ? "value" : "zext(value)",
                        use.statement)
                .indent(4)
                .transform(body -> "  " + operation.name() + ":\n" + body);
    }
}

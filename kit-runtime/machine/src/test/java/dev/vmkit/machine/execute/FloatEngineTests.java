package dev.vmkit.machine.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.ieee.FloatOperation;
import dev.vmkit.language.ieee.FloatRules.NaN;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.machine.hart.Stop;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every floating-point operation gives the same bits and flags on every engine, whatever was collected before. */
class FloatEngineTests {
    private static final int ROWS = 200;
    private static final int INPUT = 0x1000;
    private static final int OUTPUT = 0x8000;
    private static final int MEMORY = 0x10000;
    private static final int FROM_REGISTER = 7;
    private static final int[] COLLECTED = {0, 1, 1, 30, 31};

    private final Random random = new Random(754);

    @ParameterizedTest
    @EnumSource(FloatIsa.Use.class)
    void enginesAgreeOnFlagsHoweverTheyAreUsed(FloatIsa.Use use) {
        Isa isa = FloatIsa.of(use, NaN.CANONICAL);
        for (FloatOperation operation : FloatOperation.all()) {
            agree(isa, operation, FROM_REGISTER);
        }
    }

    @ParameterizedTest
    @EnumSource(NaN.class)
    void enginesAgreeInEveryRounding(NaN nan) {
        Isa isa = FloatIsa.of(FloatIsa.Use.COLLECTS_WHAT_IS_NEW, nan);
        for (FloatOperation operation : FloatOperation.all()) {
            for (int rounding = 0; rounding < (operation.rounds() ? 5 : 1); rounding++) {
                agree(isa, operation, rounding);
            }
        }
    }

    private void agree(Isa isa, FloatOperation operation, int rounding) {
        byte[] rows = rows(operation);
        List<String> results = new ArrayList<>();
        for (Engines.Named engine : Engines.all()) {
            List<String> own = run(new Bench(isa, engine), operation.name() + " " + rounding, rows);
            if (results.isEmpty()) {
                results.addAll(own);
            }
            for (int i = 0; i < ROWS; i++) {
                int row = i;
                assertThat(own.get(i))
                        .as(() -> "%s %d by %s of %s".formatted(operation.name(), rounding, engine, row(rows, row)))
                        .isEqualTo(results.get(i));
            }
        }
    }

    private static String row(byte[] rows, int index) {
        ByteBuffer row = ByteBuffer.wrap(rows).order(ByteOrder.LITTLE_ENDIAN).position(index * FloatIsa.ROW);
        return "%x %x %x %x".formatted(row.getLong(), row.getLong(), row.getLong(), row.getLong());
    }

    /** The result and flags for each row. */
    private static List<String> run(Bench bench, String instruction, byte[] rows) {
        bench.ram("mem", 0, MEMORY);
        bench.program(0, "again: next\n " + instruction + "\n save\n loop again\n halt");
        bench.phys().install(INPUT, rows);
        bench.set("source", 0, INPUT);
        bench.set("end", 0, INPUT + rows.length);
        bench.set("target", 0, OUTPUT);
        assertThat(bench.run(10 * ROWS)).isEqualTo(new Stop.Halted());
        List<String> results = new ArrayList<>();
        for (int at = OUTPUT; at < OUTPUT + ROWS * FloatIsa.RESULT; at += FloatIsa.RESULT) {
            results.add("%x, %x"
                    .formatted(bench.phys().load(at, 64), bench.phys().load(at + Long.BYTES, 64)));
        }
        return results;
    }

    private byte[] rows(FloatOperation operation) {
        ByteBuffer rows = ByteBuffer.allocate(ROWS * FloatIsa.ROW).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < ROWS; i++) {
            long a = operand(operation);
            long b = random.nextInt(8) == 0 ? a : operand(operation);
            long c = random.nextInt(8) == 0 ? b : operand(operation);
            int collected = COLLECTED[random.nextInt(COLLECTED.length)];
            rows.putLong(a).putLong(b).putLong(c).putLong(random.nextInt(8) | (long) collected << 8);
        }
        return rows.array();
    }

    private long operand(FloatOperation operation) {
        return switch (operation.kind()) {
            case FROM_SIGNED, FROM_UNSIGNED -> integer();
            default -> number(operation.from());
        };
    }

    /** An integer of any size, or one at the edge of a size. */
    private long integer() {
        return random.nextBoolean()
                ? random.nextLong() >> random.nextInt(64)
                : (1L << random.nextInt(64)) + random.nextInt(-2, 3);
    }

    /** A number whose exponent and fraction are any, or more often where something changes. */
    private long number(int width) {
        int fraction = width == 64 ? 52 : width == 32 ? 23 : 10;
        int exponents = 1 << (width - 1 - fraction);
        int bias = exponents / 2 - 1;
        int exponent = switch (random.nextInt(6)) {
            case 0 -> random.nextInt(exponents);
            case 1 -> random.nextInt(4);
            case 2 -> exponents - 1 - random.nextInt(3);
            case 3 -> bias + random.nextInt(-2, 3);
            case 4 -> bias + random.nextInt(2) * 32 + random.nextInt(29, 33);
            default -> bias + random.nextInt(-1, 2) * 128 + random.nextInt(-26, 4);
        };
        long sign = random.nextLong(2) << (width - 1);
        return sign | (long) (exponent & exponents - 1) << fraction | fraction(fraction);
    }

    private long fraction(int bits) {
        long all = (1L << bits) - 1;
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> all << random.nextInt(bits) & all;
            case 2 -> random.nextInt(3);
            default -> random.nextLong() & all;
        };
    }
}

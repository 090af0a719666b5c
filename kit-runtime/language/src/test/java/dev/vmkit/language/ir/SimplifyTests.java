package dev.vmkit.language.ir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Simplified expressions have the value and the width of what was written. */
class SimplifyTests {
    private static final int[] WIDTHS = {1, 2, 7, 8, 16, 31, 32, 33, 63, 64};
    private static final int OPERANDS = 3;

    /** An expression as written, and the same made by {@link Simplify}. */
    private record Both(Expr written, Expr simplified) {
        int width() {
            return written.width();
        }
    }

    private final Random random = new Random(3);

    @Test
    void randomExpressionsKeepTheirValue() {
        for (int i = 0; i < 30_000; i++) {
            Both both = expression(WIDTHS[random.nextInt(WIDTHS.length)], 4);
            assertThat(both.simplified.width()).isEqualTo(both.width());
            for (int round = 0; round < 4; round++) {
                long[] operands = random.longs(OPERANDS).map(v -> corner(v)).toArray();
                assertThat(Evaluator.evaluate(both.simplified, operands))
                        .as("%s%n%s", IrPrinter.print(both.written), IrPrinter.print(both.simplified))
                        .isEqualTo(Evaluator.evaluate(both.written, operands));
            }
        }
    }

    private long corner(long value) {
        return switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> -1;
            case 2 -> value & 3;
            default -> value;
        };
    }

    private Both expression(int width, int depth) {
        if (depth == 0 || random.nextInt(8) == 0) {
            return leaf(width);
        }
        return switch (random.nextInt(8)) {
            case 0 -> unary(width, depth - 1);
            case 1, 2, 3 -> binary(width, depth - 1);
            case 4 -> extract(width, depth - 1);
            case 5 -> width == 1 ? leaf(width) : extend(width, depth - 1);
            case 6 -> width == 1 ? select(width, depth - 1) : concat(width, depth - 1);
            default -> random.nextBoolean() || width == 1 ? select(width, depth - 1) : insert(width, depth - 1);
        };
    }

    private Both leaf(int width) {
        if (random.nextInt(3) > 0) {
            Expr constant = new Expr.Const(width, corner(random.nextLong()));
            return new Both(constant, constant);
        }
        Expr operand = new Expr.OperandValue(random.nextInt(OPERANDS));
        Expr cut = width == 64 ? operand : new Expr.Extract(operand, 0, width);
        return new Both(cut, cut);
    }

    private Both unary(int width, int depth) {
        UnaryOp op = UnaryOp.values()[random.nextInt(UnaryOp.values().length)];
        Both value = expression(width, depth);
        return new Both(new Expr.Unary(op, value.written), Simplify.unary(op, value.simplified));
    }

    private Both binary(int width, int depth) {
        List<BinaryOp> ops = new ArrayList<>(List.of(BinaryOp.values()));
        ops.removeIf(op -> op.isComparison() != (width == 1));
        BinaryOp op = ops.get(random.nextInt(ops.size()));
        int sides = width == 1 ? WIDTHS[random.nextInt(WIDTHS.length)] : width;
        Both left = expression(sides, depth);
        Both right = expression(sides, depth);
        return new Both(
                new Expr.Binary(op, left.written, right.written),
                Simplify.binary(op, left.simplified, right.simplified));
    }

    private Both extract(int width, int depth) {
        int whole = Math.min(64, width + random.nextInt(20));
        int low = random.nextInt(whole - width + 1);
        Both value = expression(whole, depth);
        Expr written = whole == width ? value.written : new Expr.Extract(value.written, low, width);
        return new Both(written, Simplify.extract(value.simplified, low, width));
    }

    private Both extend(int width, int depth) {
        boolean signed = random.nextBoolean();
        Both value = expression(1 + random.nextInt(width), depth);
        Expr written = value.width() == width ? value.written : new Expr.Extend(signed, value.written, width);
        return new Both(written, Simplify.extend(signed, value.simplified, width));
    }

    private Both concat(int width, int depth) {
        int low = 1 + random.nextInt(width - 1);
        Both first = expression(width - low, depth);
        Both second = expression(low, depth);
        return new Both(
                new Expr.Concat(first.written, second.written), Simplify.concat(first.simplified, second.simplified));
    }

    private Both insert(int width, int depth) {
        int bits = 1 + random.nextInt(width);
        int low = random.nextInt(width - bits + 1);
        Both value = expression(width, depth);
        Both part = expression(bits, depth);
        return new Both(
                new Expr.Insert(value.written, low, part.written),
                Simplify.insert(value.simplified, low, part.simplified));
    }

    private Both select(int width, int depth) {
        Both condition = expression(1, depth);
        Both then = expression(width, depth);
        Both otherwise = expression(width, depth);
        return new Both(
                new Expr.Select(condition.written, then.written, otherwise.written),
                Simplify.select(condition.simplified, then.simplified, otherwise.simplified));
    }
}

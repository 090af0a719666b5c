package dev.vmkit.language.isa;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Checks that the bit patterns of a mode set have one width and that no bits match two of them. */
record ModePatterns(String subject, Map<String, Operand> operands, Context context) {
    /** Sets wider than this are not tried out; their forms are still compared with each other. */
    private static final int WIDEST_TRIED = 12;

    void check(List<ModeSet.Alternative> alternatives) {
        int width = usualWidth(alternatives);
        boolean equal = true;
        for (ModeSet.Alternative alternative : alternatives) {
            RawPiece.Word pattern = alternative.pattern();
            if (width(pattern) != width) {
                equal = false;
                context.mistakes()
                        .tell(
                                IsaProblem.BAD_MODES,
                                pattern.text().span(),
                                subject + "'" + pattern.text() + "' has " + width(pattern)
                                        + " bits, the other patterns have " + width);
            }
        }
        if (equal && width <= WIDEST_TRIED) {
            tryOut(alternatives, width);
        }
    }

    private int usualWidth(List<ModeSet.Alternative> alternatives) {
        return Majority.of(alternatives.stream().map(a -> width(a.pattern())).toList());
    }

    private int width(RawPiece.Word pattern) {
        return pattern.pieces().stream().mapToInt(this::width).sum();
    }

    int width(RawPiece piece) {
        return switch (piece) {
            case RawPiece.Bits bits -> bits.width();
            case RawPiece.Ignored ignored -> ignored.width();
            case RawPiece.Named named
            when named.slices().isEmpty() -> operand(named.id()).codeWidth();
            case RawPiece.Named named ->
                named.slices().stream().mapToInt(RawPiece.Slice::width).sum();
        };
    }

    private Operand operand(String name) {
        return Objects.requireNonNull(operands.get(name), name);
    }

    private void tryOut(List<ModeSet.Alternative> alternatives, int width) {
        for (long bits = 0; bits < 1L << width; bits++) {
            Optional<ModeSet.Alternative> first = Optional.empty();
            for (ModeSet.Alternative alternative : alternatives) {
                if (matches(alternative.pattern(), width, bits)) {
                    if (first.isPresent()) {
                        tellBoth(first.get(), alternative, bits, width);
                        return;
                    }
                    first = Optional.of(alternative);
                }
            }
        }
    }

    private void tellBoth(ModeSet.Alternative one, ModeSet.Alternative other, long bits, int width) {
        String witness = Long.toBinaryString(1L << width | bits).substring(1);
        context.mistakes()
                .clash(
                        IsaProblem.BAD_MODES,
                        other.pattern().text().span(),
                        subject + "the bits " + witness + " mean both '"
                                + one.pattern().text() + "' and '"
                                + other.pattern().text() + "'",
                        "",
                        one.pattern().text().span(),
                        "the other pattern");
    }

    private boolean matches(RawPiece.Word pattern, int width, long bits) {
        Map<String, Long> codes = new HashMap<>();
        int left = width;
        for (RawPiece piece : pattern.pieces()) {
            int size = width(piece);
            left -= size;
            long part = bits >>> left & (1L << size) - 1;
            if (piece instanceof RawPiece.Bits fixed && fixed.value() != part) {
                return false;
            }
            if (piece instanceof RawPiece.Named named && named.slices().isEmpty()) {
                codes.put(named.id(), part);
            }
        }
        return codes.entrySet().stream().allMatch(code -> operand(code.getKey()).accepts(code.getValue()));
    }
}

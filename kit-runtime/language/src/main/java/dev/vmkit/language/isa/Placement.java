package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Places the bits of all operands of a form in its words, and checks that each is placed exactly once. */
final class Placement {
    private static final int MOST_BITS = 64 * 8;

    private final String subject;
    private final List<Operand> operands;
    private final int unit;
    private final Context context;
    /** Bits of each operand's code that have a place. */
    private final long[] done;
    /** Where each operand is mentioned first. */
    private final Map<Integer, Text> mentions = new LinkedHashMap<>();

    private boolean good = true;

    Placement(String subject, List<Operand> operands, int unit, Context context) {
        this.subject = subject;
        this.operands = operands;
        this.unit = unit;
        this.context = context;
        this.done = new long[operands.size()];
    }

    Optional<Encoding> place(List<RawPiece.Word> raw) {
        List<Encoding.Word> words = new ArrayList<>();
        for (RawPiece.Word word : raw) {
            List<Encoding.Piece> pieces = new ArrayList<>();
            word.pieces().forEach(piece -> piece(piece, word, pieces));
            words.add(new Encoding.Word(List.copyOf(pieces)));
        }
        if (good) {
            mentions.forEach(this::checkAllPlaced);
        }
        Encoding encoding = new Encoding(List.copyOf(words));
        if (good) {
            checkWidths(raw, encoding);
        }
        return good ? Optional.of(encoding) : Optional.empty();
    }

    private void tell(IsaProblem problem, Text at, String message, String hint) {
        context.mistakes().tell(problem, at.span(), subject + message, hint);
        good = false;
    }

    private void piece(RawPiece piece, RawPiece.Word word, List<Encoding.Piece> pieces) {
        switch (piece) {
            case RawPiece.Bits bits -> addBits(bits, pieces);
            case RawPiece.Ignored ignored -> pieces.add(new Encoding.Ignored(ignored.width()));
            case RawPiece.Named named -> named(named, indexOf(named.id()), word, pieces);
        }
    }

    private int indexOf(String name) {
        for (int i = 0; i < operands.size(); i++) {
            if (operands.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalStateException("an operand of the encoding that is not in the line: " + name);
    }

    /** Bits beside bits become one piece, so that equal patterns are equal. */
    private static void addBits(RawPiece.Bits bits, List<Encoding.Piece> pieces) {
        if (!pieces.isEmpty()
                && pieces.getLast() instanceof Encoding.Fixed(int width, long value)
                && width + bits.width() <= 64) {
            pieces.set(
                    pieces.size() - 1, new Encoding.Fixed(width + bits.width(), value << bits.width() | bits.value()));
        } else {
            pieces.add(new Encoding.Fixed(bits.width(), bits.value()));
        }
    }

    private void named(RawPiece.Named named, int operand, RawPiece.Word word, List<Encoding.Piece> pieces) {
        mentions.putIfAbsent(operand, named.text());
        if (operands.get(operand) instanceof Operand.Leb) {
            leb(named, operand, word, pieces);
        } else if (named.slices().isEmpty()) {
            slice(named.text(), operand, operands.get(operand).codeWidth() - 1, 0, pieces);
        } else {
            for (RawPiece.Slice slice : named.slices()) {
                valueSlice(slice, operand, pieces);
            }
        }
    }

    private void leb(RawPiece.Named named, int operand, RawPiece.Word word, List<Encoding.Piece> pieces) {
        if (word.pieces().size() > 1 || !named.slices().isEmpty()) {
            tell(
                    IsaProblem.BAD_ENCODING,
                    named.text(),
                    "'" + named.name() + "' is in LEB128 and must be a word of its own",
                    "put commas around it");
        } else if (done[operand] != 0) {
            tell(IsaProblem.BIT_TWICE, named.text(), "operand '" + named.name() + "' is placed twice", "");
        }
        done[operand] = -1;
        pieces.add(new Encoding.LebBytes(operand));
    }

    private static int stepBits(Operand operand) {
        return operand instanceof Operand.Immediate immediate ? immediate.stepBits() : 0;
    }

    private void valueSlice(RawPiece.Slice slice, int index, List<Encoding.Piece> pieces) {
        Operand operand = operands.get(index);
        int step = stepBits(operand);
        int top = operand.codeWidth() + step - 1;
        if (slice.high() > top) {
            tell(
                    IsaProblem.SLICE_OUTSIDE,
                    slice.text(),
                    "bit " + slice.high() + " lies outside operand '" + operand.name() + "', whose highest bit is "
                            + top,
                    "");
        } else if (slice.low() < step) {
            tell(
                    IsaProblem.SLICE_OUTSIDE,
                    slice.text(),
                    "bit " + slice.low() + " of operand '" + operand.name() + "' lies below its step " + (1L << step)
                            + " and is always 0",
                    "place the bits from " + step + " up");
        } else {
            slice(slice.text(), index, slice.high() - step, slice.low() - step, pieces);
        }
    }

    private void slice(Text at, int index, int high, int low, List<Encoding.Piece> pieces) {
        long mask = -1L >>> (63 - high + low) << low;
        long twice = done[index] & mask;
        Operand operand = operands.get(index);
        if (twice != 0) {
            int bit = Long.numberOfTrailingZeros(Long.highestOneBit(twice)) + stepBits(operand);
            tell(IsaProblem.BIT_TWICE, at, "bit " + bit + " of operand '" + operand.name() + "' is placed twice", "");
        }
        done[index] |= mask;
        pieces.add(new Encoding.Slice(index, high, low));
    }

    private void checkAllPlaced(int index, Text mention) {
        Operand operand = operands.get(index);
        long missing = ~done[index] & -1L >>> (64 - operand.codeWidth());
        if (missing != 0) {
            int high = Long.numberOfTrailingZeros(Long.highestOneBit(missing)) + stepBits(operand);
            int more = Long.bitCount(missing) - 1;
            String others = more == 0 ? "" : " (and " + more + " more)";
            tell(
                    IsaProblem.BIT_NOWHERE,
                    mention,
                    "bit " + high + " of operand '" + operand.name() + "'" + others
                            + " is nowhere in the encoding, so it cannot be encoded",
                    "narrow the operand or place the bit");
        }
    }

    private void checkWidths(List<RawPiece.Word> raw, Encoding encoding) {
        for (int i = 0; i < raw.size(); i++) {
            int width = encoding.words().get(i).width();
            if (width % unit != 0) {
                tell(
                        IsaProblem.WORD_WIDTH,
                        raw.get(i).text(),
                        "this word of the encoding has " + width + " bits; words must be a multiple of " + unit,
                        counted(encoding.words().get(i)));
            } else if (width > 64) {
                tell(IsaProblem.TOO_LONG, raw.get(i).text(), "a word has at most 64 bits, this has " + width, "");
            }
        }
        if (encoding.width() > MOST_BITS) {
            tell(
                    IsaProblem.TOO_LONG,
                    raw.getFirst().text(),
                    "an instruction has at most " + MOST_BITS / 8 + " bytes, this has " + encoding.width() / 8,
                    "");
        }
    }

    /** The sum that gives a word's width, so that one sees which part is too narrow or too wide. */
    private String counted(Encoding.Word word) {
        List<String> parts = new ArrayList<>();
        for (Encoding.Piece piece : word.pieces()) {
            parts.add(
                    switch (piece) {
                        case Encoding.Slice slice ->
                            operands.get(slice.operand()).name() + " " + slice.width();
                        case Encoding.Fixed fixed -> "fixed " + fixed.width();
                        case Encoding.Ignored ignored -> "ignored " + ignored.width();
                        case Encoding.LebBytes leb ->
                            operands.get(leb.operand()).name();
                    });
        }
        return String.join(" + ", parts);
    }
}

package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an encoding, {@code 0001 dr sr1 1 imm5} or {@code 0x4C, a16}, into words of pieces. */
final class EncodingParser {
    private static final Pattern PIECE =
            Pattern.compile("\\s+|(?<hex>0[xX][0-9A-Fa-f]+)(?!\\w)|(?<bits>[01]+)(?!\\w)|(?<ignored>-+)|(?<name>"
                    + Names.PATTERN + ")(?:\\[(?<slices>[^\\]]*)\\])?");
    private static final Pattern SLICE = Pattern.compile("\\s*(\\d{1,2})\\s*(?::\\s*(\\d{1,2})\\s*)?");

    private final String subject;
    private final Mistakes mistakes;

    EncodingParser(String subject, Mistakes mistakes) {
        this.subject = subject;
        this.mistakes = mistakes;
    }

    /** The words; nothing where a mistake was told. */
    Optional<List<RawPiece.Word>> words(Text encoding) {
        List<RawPiece.Word> words = new ArrayList<>();
        boolean good = true;
        int start = 0;
        for (int i = 0; i <= encoding.length(); i++) {
            if (i == encoding.length() || encoding.value().charAt(i) == ',') {
                Optional<RawPiece.Word> word = word(encoding.part(start, i).strip());
                word.ifPresent(words::add);
                good &= word.isPresent();
                start = i + 1;
            }
        }
        return good ? Optional.of(words) : Optional.empty();
    }

    /** The pieces of an encoding that is one word. */
    Optional<RawPiece.Word> word(Text word) {
        if (word.length() == 0) {
            return wrong(word, "a word of the encoding is empty");
        }
        List<RawPiece> pieces = new ArrayList<>();
        Matcher matcher = PIECE.matcher(word.value());
        int position = 0;
        while (position < word.length()) {
            matcher.region(position, word.length());
            if (!matcher.lookingAt()) {
                return unreadable(word, position);
            }
            Optional<RawPiece> piece = piece(word, matcher);
            if (piece.isEmpty() && !matcher.group().isBlank()) {
                return Optional.empty();
            }
            piece.ifPresent(pieces::add);
            position = matcher.end();
        }
        return Optional.of(new RawPiece.Word(word, pieces));
    }

    private <T> Optional<T> unreadable(Text word, int position) {
        int end = position;
        while (end < word.length() && !Character.isWhitespace(word.value().charAt(end))) {
            end++;
        }
        Text piece = word.part(position, end);
        return wrong(piece, "'" + piece + "' is neither bits (0101), nor hexadecimal (0x4C), nor an operand");
    }

    private <T> Optional<T> wrong(Text at, String message) {
        mistakes.tell(IsaProblem.BAD_ENCODING, at.span(), subject + message);
        return Optional.empty();
    }

    private Optional<RawPiece> piece(Text word, Matcher matcher) {
        Text text = word.part(matcher.start(), matcher.end());
        if (matcher.group("hex") != null) {
            return digits(text, text.value().substring(2), 16, 4);
        }
        if (matcher.group("bits") != null) {
            return digits(text, text.value(), 2, 1);
        }
        if (matcher.group("ignored") != null) {
            return Optional.of(new RawPiece.Ignored(text, text.length()));
        }
        if (matcher.group("name") != null) {
            Text name = word.part(matcher.start("name"), matcher.end("name"));
            return slices(word, matcher).map(slices -> new RawPiece.Named(text, name, slices));
        }
        return Optional.empty();
    }

    private Optional<RawPiece> digits(Text text, String digits, int radix, int bitsEach) {
        int width = digits.length() * bitsEach;
        if (width > 64) {
            mistakes.tell(IsaProblem.TOO_LONG, text.span(), subject + "a word has at most 64 bits, this has " + width);
            return Optional.empty();
        }
        return Optional.of(new RawPiece.Bits(text, width, Long.parseUnsignedLong(digits, radix)));
    }

    private Optional<List<RawPiece.Slice>> slices(Text word, Matcher matcher) {
        List<RawPiece.Slice> slices = new ArrayList<>();
        if (matcher.group("slices") == null) {
            return Optional.of(slices);
        }
        int start = matcher.start("slices");
        for (int i = start; i <= matcher.end("slices"); i++) {
            if (i == matcher.end("slices") || word.value().charAt(i) == '|') {
                Optional<RawPiece.Slice> slice = slice(word.part(start, i));
                if (slice.isEmpty()) {
                    return Optional.empty();
                }
                slices.add(slice.get());
                start = i + 1;
            }
        }
        return Optional.of(slices);
    }

    private Optional<RawPiece.Slice> slice(Text text) {
        Matcher matcher = SLICE.matcher(text.value());
        if (!matcher.matches()) {
            return wrong(text, "'" + text + "' is no slice; write bits of the operand like [5] or [12|10:5]");
        }
        int high = Integer.parseInt(matcher.group(1));
        int low = matcher.group(2) == null ? high : Integer.parseInt(matcher.group(2));
        if (low > high || high > 63) {
            mistakes.tell(
                    IsaProblem.SLICE_OUTSIDE,
                    text.span(),
                    subject + "a slice goes from a higher bit to a lower one, both within 63 and 0");
            return Optional.empty();
        }
        return Optional.of(new RawPiece.Slice(text.strip(), high, low));
    }
}

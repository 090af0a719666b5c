package dev.vmkit.language.codec;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Cuts the part of a line after the mnemonic into tokens, up to the comment.
 *
 * <p>Whether {@code %} or {@code <} is an operator between two operands or a prefix depends on what stands before it, as
 * it does for a reader: after an operand they are the former.
 */
final class Tokenizer {
    /** A line with more tokens than this is refused. */
    private static final int MOST_TOKENS = 10_000;

    private final Spelling spelling;
    private final NumberReader numbers;
    private final Text line;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int lastEnd;
    private boolean inSyntax;

    private Tokenizer(Spelling spelling, Text line, int from) {
        this.spelling = spelling;
        this.numbers = new NumberReader(spelling);
        this.line = line;
        this.at = from;
    }

    /** The tokens from {@code from} on, the last of them {@link Token.End}; throws at what is no token. */
    static List<Token> tokens(Spelling spelling, Text line, int from) {
        Tokenizer tokenizer = new Tokenizer(spelling, line, from);
        while (tokenizer.more()) {
            tokenizer.next();
        }
        return tokenizer.end();
    }

    /** The tokens of a piece of syntax, without an end. */
    static List<Token> tokens(Spelling spelling, String text) {
        Tokenizer tokenizer = new Tokenizer(spelling, Text.synthetic("syntax", text), 0);
        tokenizer.inSyntax = true;
        while (tokenizer.more()) {
            tokenizer.next();
        }
        return tokenizer.tokens;
    }

    /** How many tokens a word of the syntax is: nearly always one, which is seen without cutting it. */
    static int count(Spelling spelling, String word) {
        return isName(word) ? 1 : tokens(spelling, word).size();
    }

    /** A word of the syntax without the blanks between its tokens, which do not matter. */
    static String joined(Spelling spelling, String word) {
        return tokens(spelling, word).stream().map(Tokenizer::text).collect(Collectors.joining());
    }

    /** The characters of a token that can be part of the syntax. */
    static String text(Token token) {
        return switch (token) {
            case Token.Word w -> w.text();
            case Token.Number n -> n.text();
            case Token.Sign s -> s.text();
            case Token.Prefix p -> p.text();
            case Token.Quoted q -> q.value();
            case Token.Read r -> "";
            case Token.Placeholder p -> "";
            case Token.End e -> "";
        };
    }

    private List<Token> end() {
        int end = tokens.isEmpty() ? Math.min(at, line.value().stripTrailing().length()) : lastEnd;
        tokens.add(new Token.End(line.span(end, end)));
        return tokens;
    }

    private boolean more() {
        while (at < line.length() && Character.isWhitespace(line.value().charAt(at))) {
            at++;
        }
        return at < line.length() && (inSyntax || !spelling.commentAt(line.value(), at));
    }

    private void next() {
        int start = at;
        char c = line.value().charAt(at);
        if (tokens.size() == MOST_TOKENS) {
            throw MistakeException.of(AsmProblem.TOO_LARGE, line.span(at, at + 1), "this line is too long", "");
        }
        if (c == '"') {
            Quotes quotes = new Quotes(line, at);
            add(quotes.end(), new Token.Quoted(quotes.value(), line.span(start, quotes.end())));
        } else if (c == '\'') {
            Quotes quotes = new Quotes(line, at);
            number(spelling.characters.code(quotes.value(), line.span(start, quotes.end())), quotes.end());
        } else if (!readNumber()) {
            wordOrSign(c);
        }
        lastEnd = at;
    }

    private boolean readNumber() {
        if (afterOperand() && !Character.isLetterOrDigit(line.value().charAt(at))) {
            return false;
        }
        NumberReader.Found found = numbers.read(line, at);
        if (found == null) {
            return false;
        }
        number(found.value(), found.end());
        return true;
    }

    private void number(long value, int end) {
        add(end, new Token.Number(value, line.value().substring(at, end), line.span(at, end)));
    }

    private void wordOrSign(char c) {
        String prefix = afterOperand() ? "" : prefixOperator();
        if (!prefix.isEmpty()) {
            int end = at + prefix.length();
            add(end, new Token.Prefix(prefix, line.span(at, end)));
        } else if (startsWord(c)) {
            int end = endOfWord();
            add(end, new Token.Word(line.value().substring(at, end), line.span(at, end)));
        } else {
            sign(c);
        }
    }

    private String prefixOperator() {
        return spelling.operators.stream()
                .filter(o -> line.value().startsWith(o, at))
                .findFirst()
                .orElse("");
    }

    private void sign(char c) {
        if (c < ' ' || c > '~') {
            throw MistakeException.of(
                    AsmProblem.CHARACTER, line.span(at, at + 1), "this character means nothing here", "");
        }
        boolean shift = afterOperand()
                && (line.value().startsWith("<<", at) || line.value().startsWith(">>", at));
        int end = at + (shift ? 2 : 1);
        add(end, new Token.Sign(line.value().substring(at, end), line.span(at, end)));
    }

    private void add(int end, Token token) {
        tokens.add(token);
        at = end;
    }

    private boolean afterOperand() {
        return !tokens.isEmpty()
                && switch (tokens.getLast()) {
                    case Token.Word w -> true;
                    case Token.Number n -> true;
                    case Token.Quoted q -> true;
                    case Token.Read r -> true;
                    case Token.Placeholder p -> true;
                    case Token.Sign s -> ")]}".contains(s.text());
                    case Token.Prefix p -> false;
                    case Token.End e -> false;
                };
    }

    private static boolean startsWord(char c) {
        return Character.isLetter(c) || c == '_' || c == '.';
    }

    /** A quote ends a word that is spelt so in this instruction set, as {@code AF'} is. */
    private int endOfWord() {
        int end = at + 1;
        while (end < line.length() && partOfWord(line.value().charAt(end))) {
            end++;
        }
        boolean quoted = end < line.length()
                && line.value().charAt(end) == '\''
                && (inSyntax || spelling.isReserved(line.value().substring(at, end + 1)));
        return quoted ? end + 1 : end;
    }

    /** Whether a text is one word, and not the point that means the address. */
    static boolean isName(String text) {
        return !text.isEmpty()
                && !text.equals(".")
                && startsWord(text.charAt(0))
                && text.chars().allMatch(c -> partOfWord((char) c));
    }

    static boolean partOfWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '$';
    }
}

package dev.vmkit.language.semantics;

import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.List;

/** Cuts a semantics text into tokens. A {@code #} before a name asks for an operand's code, any other starts a comment. */
final class Lexer {
    /** Longest first, so that the first that fits is the right one. */
    private static final String[] SYMBOLS = {
        "<=s", ">=s", ">>s", "<s", ">s", "/s", "%s", "<=", ">=", "<<", ">>", "==", "!=", "&&", "||", "..", "(", ")",
        "[", "]", "{", "}", ",", ";", ":", ".", "=", "<", ">", "+", "-", "*", "/", "%", "&", "|", "^", "~", "!", "@"
    };

    private final Text text;
    private final String source;
    private final Mistakes mistakes;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(Text text, Mistakes mistakes) {
        this.text = text;
        this.source = text.value();
        this.mistakes = mistakes;
    }

    /** The tokens, the last of which is {@link Token.Kind#END}; characters that are none are reported and left out. */
    static List<Token> tokens(Text text, Mistakes mistakes) {
        Lexer lexer = new Lexer(text, mistakes);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '\n') {
                add(Token.Kind.NEWLINE, at, at + 1);
            } else if (c == ' ' || c == '\t' || c == '\r') {
                at++;
            } else if (isLetter(c)) {
                add(Token.Kind.NAME, at, endOfName(at));
            } else if (isDigit(c)) {
                add(Token.Kind.NUMBER, at, endOfNumber());
            } else if (c == '#' || c == '$') {
                marked(c);
            } else {
                symbol();
            }
        }
        tokens.add(new Token(Token.Kind.END, "", at, at));
    }

    private void add(Token.Kind kind, int from, int to) {
        boolean mark = kind == Token.Kind.CODE || kind == Token.Kind.COLUMN;
        tokens.add(new Token(kind, source.substring(mark ? from + 1 : from, to), from, to));
        at = to;
    }

    private void marked(char mark) {
        boolean name = at + 1 < source.length() && isLetter(source.charAt(at + 1));
        if (name) {
            add(mark == '#' ? Token.Kind.CODE : Token.Kind.COLUMN, at, endOfName(at + 1));
        } else if (mark == '#') {
            int end = source.indexOf('\n', at);
            at = end < 0 ? source.length() : end;
        } else {
            unknown();
        }
    }

    private void symbol() {
        for (String symbol : SYMBOLS) {
            if (source.startsWith(symbol, at) && !runsOn(symbol)) {
                add(Token.Kind.SYMBOL, at, at + symbol.length());
                return;
            }
        }
        unknown();
    }

    /** Whether the {@code s} of a signed operator is the first letter of a name: {@code a<sp} compares with sp. */
    private boolean runsOn(String symbol) {
        int end = at + symbol.length();
        return symbol.endsWith("s") && end < source.length() && isPartOfName(source.charAt(end));
    }

    private void unknown() {
        int end = at + Character.charCount(source.codePointAt(at));
        mistakes.report(
                SemanticsProblem.SYNTAX,
                text.span(at, end),
                "'" + source.substring(at, end) + "' means nothing in semantics");
        at = end;
    }

    private int endOfName(int from) {
        int end = from + 1;
        while (end < source.length() && isPartOfName(source.charAt(end))) {
            end++;
        }
        return end;
    }

    private int endOfNumber() {
        int end = at + 1;
        while (end < source.length() && (isPartOfName(source.charAt(end)) && source.charAt(end) != '\'')) {
            end++;
        }
        return end;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isPartOfName(char c) {
        return isLetter(c) || isDigit(c) || c == '\'';
    }
}

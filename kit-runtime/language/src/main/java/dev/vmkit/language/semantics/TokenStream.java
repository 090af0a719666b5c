package dev.vmkit.language.semantics;

import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import java.util.List;

/** The tokens of a text while they are read. Inside parentheses and brackets the ends of lines are skipped. */
final class TokenStream {
    /** What is wanted where a value has to stand. */
    static final String EXPRESSION = "an expression";

    /** How deep expressions and blocks may nest, together. */
    private static final int DEEPEST = 50;

    private final Text text;
    private final Mistakes mistakes;
    private final List<Token> tokens;
    private int next;
    private int brackets;
    private int depth;

    TokenStream(Text text, Mistakes mistakes) {
        this.text = text;
        this.mistakes = mistakes;
        this.tokens = Lexer.tokens(text, mistakes);
    }

    /** Says that the rest of a statement cannot be read; the mistake is reported already. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable() {
            super("reported", null, false, false);
        }
    }

    Token peek() {
        if (brackets > 0) {
            skipLineEnds();
        }
        return tokens.get(next);
    }

    void skipLineEnds() {
        while (tokens.get(next).kind() == Token.Kind.NEWLINE) {
            next++;
        }
    }

    /** The token after the next one. */
    Token second() {
        peek();
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    Token take() {
        Token token = peek();
        if (token.kind() != Token.Kind.END) {
            next++;
        }
        return token;
    }

    boolean accept(String symbol) {
        boolean found = peek().is(symbol);
        if (found) {
            next++;
        }
        return found;
    }

    boolean acceptWord(String word) {
        boolean found = peek().isWord(word);
        if (found) {
            next++;
        }
        return found;
    }

    /** Takes the word if it is the first on a later line; otherwise nothing. */
    boolean acceptOnNextLine(String word) {
        int before = next;
        skipLineEnds();
        boolean found = acceptWord(word);
        if (!found) {
            next = before;
        }
        return found;
    }

    Token expect(String symbol) throws Unreadable {
        if (!peek().is(symbol)) {
            throw unexpected("'" + symbol + "'");
        }
        return take();
    }

    void expectWord(String word) throws Unreadable {
        if (!acceptWord(word)) {
            throw unexpected("'" + word + "'");
        }
    }

    Ast.Identifier name(String what) throws Unreadable {
        if (peek().kind() != Token.Kind.NAME) {
            throw unexpected(what);
        }
        Token token = take();
        return new Ast.Identifier(token.text(), span(token));
    }

    void open() {
        brackets++;
    }

    void close() {
        brackets--;
    }

    /** Enters a level of nesting; left by {@link #leave}. */
    void enter() throws Unreadable {
        if (++depth > DEEPEST) {
            throw tooDeep("this nests deeper than " + DEEPEST + " levels");
        }
    }

    /** Refuses the rest of the text. */
    Unreadable tooDeep(String message) {
        mistakes.report(SemanticsProblem.TOO_DEEP, span(peek()), message);
        next = tokens.size() - 1;
        return new Unreadable();
    }

    void leave() {
        depth--;
    }

    Unreadable unexpected(String wanted) {
        Token token = peek();
        String found = switch (token.kind()) {
            case END -> "the text ends";
            case NEWLINE -> "the line ends";
            default -> "there is '" + text.value().substring(token.from(), token.to()) + "'";
        };
        boolean compound = token.is("=") && wanted.equals(EXPRESSION);
        mistakes.report(
                SemanticsProblem.SYNTAX,
                span(token),
                "expected " + wanted + " here, but " + found,
                compound ? "there is no += or the like: write a = a + b" : "");
        return new Unreadable();
    }

    /** How deep the reader is nested at the moment. */
    int depth() {
        return depth;
    }

    /** Goes to the next place where a statement of nesting {@code level} may start or its block may end. */
    void recover(int level) {
        brackets = 0;
        depth = level;
        int open = 0;
        while (true) {
            Token token = tokens.get(next);
            boolean separator = token.is(";") || token.kind() == Token.Kind.NEWLINE;
            if (token.kind() == Token.Kind.END || open == 0 && (separator || token.is("}"))) {
                return;
            }
            open += token.is("{") ? 1 : token.is("}") ? -1 : 0;
            next++;
        }
    }

    Span span(Token token) {
        return text.span(token.from(), token.to());
    }

    /** From the start of {@code first} to the end of the last token taken. */
    Span since(Token first) {
        Token last = tokens.get(Math.max(next - 1, 0));
        return text.span(first.from(), Math.max(first.from(), last.to()));
    }

    void report(SemanticsProblem problem, Span at, String message, String hint) {
        mistakes.report(problem, at, message, hint);
    }
}

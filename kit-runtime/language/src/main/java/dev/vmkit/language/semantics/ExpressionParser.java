package dev.vmkit.language.semantics;

import dev.vmkit.language.semantics.TokenStream.Unreadable;
import dev.vmkit.language.text.Span;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Reads expressions by precedence climbing. */
final class ExpressionParser {
    /** How many terms one operator, or one name with its brackets and fields, may string together. */
    private static final int MOST_TERMS = 100;

    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(64);

    private final TokenStream tokens;
    private final Columns columns;
    private final Mistakes mistakes;

    ExpressionParser(TokenStream tokens, Columns columns, Mistakes mistakes) {
        this.tokens = tokens;
        this.columns = columns;
        this.mistakes = mistakes;
    }

    Ast.Expression expression() throws Unreadable {
        tokens.enter();
        Ast.Expression result = infix(1);
        tokens.leave();
        return result;
    }

    private Ast.Expression infix(int weakest) throws Unreadable {
        Ast.Expression left = prefix();
        Operator operator = Operator.of(tokens.peek());
        int terms = 1;
        while (operator != null && operator.precedence >= weakest) {
            countTerm(++terms);
            Span operatorSpan = tokens.span(tokens.take());
            tokens.skipLineEnds();
            Ast.Expression right = infix(operator.precedence + 1);
            left = new Ast.Infix(
                    operator, operatorSpan, left, right, left.span().to(right.span()));
            Operator following = Operator.of(tokens.peek());
            if (operator.isComparison() && following != null && following.isComparison()) {
                throw chain(following);
            }
            operator = following;
        }
        return left;
    }

    private void countTerm(int terms) throws Unreadable {
        if (terms > MOST_TERMS) {
            throw tokens.tooDeep("this expression has more than " + MOST_TERMS + " terms");
        }
    }

    private Unreadable chain(Operator operator) {
        tokens.report(
                SemanticsProblem.SYNTAX,
                tokens.span(tokens.peek()),
                "comparisons cannot be chained: '" + operator.symbol + "' would compare a truth value",
                "write a < b && b < c");
        return new Unreadable();
    }

    private Ast.Expression prefix() throws Unreadable {
        Token token = tokens.peek();
        if (token.is("-") || token.is("~") || token.is("!")) {
            tokens.enter();
            tokens.take();
            Ast.Expression value = prefix();
            tokens.leave();
            return new Ast.Prefix(token.text().charAt(0), value, tokens.since(token));
        }
        return postfix(token);
    }

    private Ast.Expression postfix(Token first) throws Unreadable {
        Ast.Expression value = primary();
        int terms = 1;
        while (true) {
            countTerm(++terms);
            if (tokens.peek().is("[")) {
                value = bracket(value, first);
            } else if (tokens.peek().is(".") && tokens.second().kind() == Token.Kind.NAME) {
                tokens.take();
                value = new Ast.Member(value, tokens.name("a field"), tokens.since(first));
            } else {
                return value;
            }
        }
    }

    private Ast.Expression bracket(Ast.Expression value, Token first) throws Unreadable {
        tokens.take();
        tokens.open();
        Ast.Expression index = expression();
        if (!tokens.accept(":")) {
            close("]");
            return new Ast.Index(value, index, tokens.since(first));
        }
        Ast.Expression low = expression();
        close("]");
        return new Ast.Slice(value, index, low, tokens.since(first));
    }

    private void close(String bracket) throws Unreadable {
        tokens.expect(bracket);
        tokens.close();
    }

    private Ast.Expression primary() throws Unreadable {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case NUMBER -> number(tokens.take());
            case COLUMN -> column(token);
            case CODE -> {
                Ast.Identifier name = marked(tokens.take());
                yield new Ast.Code(name, name.span());
            }
            case NAME -> named(token);
            default -> {
                if (!token.is("(")) {
                    throw tokens.unexpected(TokenStream.EXPRESSION);
                }
                yield parenthesised(token);
            }
        };
    }

    /** What the row has in a column; if that is a name and arguments follow, a call. */
    private Ast.Expression column(Token first) throws Unreadable {
        Ast.Expression value = columns.expression(marked(tokens.take()), mistakes);
        return value instanceof Ast.Name name && tokens.peek().is("(")
                ? new Ast.Call(new Ast.Identifier(name.text(), name.span()), arguments(), tokens.since(first))
                : value;
    }

    private Ast.Identifier marked(Token token) {
        return new Ast.Identifier(token.text(), tokens.span(token));
    }

    private Ast.Expression parenthesised(Token first) throws Unreadable {
        tokens.take();
        tokens.open();
        Ast.Expression value = expression();
        close(")");
        return value instanceof Ast.Infix i
                ? new Ast.Infix(i.operator(), i.operatorSpan(), i.left(), i.right(), tokens.since(first))
                : value;
    }

    private Ast.Expression named(Token token) throws Unreadable {
        return switch (token.text()) {
            case "true", "false" -> {
                tokens.take();
                yield new Ast.Truth(token.isWord("true"), tokens.span(token));
            }
            case "if" -> conditional(token);
            case "else", "let", "var", "for", "match", "raise", "return" ->
                throw tokens.unexpected(TokenStream.EXPRESSION);
            default -> {
                Ast.Identifier name = tokens.name("a name");
                yield tokens.peek().is("(")
                        ? new Ast.Call(name, arguments(), tokens.since(token))
                        : new Ast.Name(name.text(), name.span());
            }
        };
    }

    /** The arguments of a call, parentheses included. */
    List<Ast.Expression> arguments() throws Unreadable {
        tokens.expect("(");
        tokens.open();
        List<Ast.Expression> arguments = new ArrayList<>();
        while (!tokens.peek().is(")")) {
            if (!arguments.isEmpty()) {
                tokens.expect(",");
            }
            arguments.add(expression());
        }
        close(")");
        return arguments;
    }

    private Ast.Expression conditional(Token first) throws Unreadable {
        tokens.take();
        Ast.Expression condition = expression();
        Ast.Expression then = braced();
        tokens.skipLineEnds();
        tokens.expectWord("else");
        Ast.Expression otherwise = tokens.peek().isWord("if") ? expression() : braced();
        return new Ast.Conditional(condition, then, otherwise, tokens.since(first));
    }

    private Ast.Expression braced() throws Unreadable {
        tokens.expect("{");
        tokens.skipLineEnds();
        Ast.Expression value = expression();
        tokens.skipLineEnds();
        tokens.expect("}");
        return value;
    }

    private static int radix(String digits) {
        return switch (digits.length() < 2 || digits.charAt(0) != '0' ? '0' : digits.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'o', 'O' -> 8;
            case 'b', 'B' -> 2;
            default -> 10;
        };
    }

    private Ast.Expression number(Token token) {
        String digits = token.text().replace("_", "");
        int radix = radix(digits);
        String plain = radix == 10 ? digits : digits.substring(2);
        int width = radix == 10 ? 0 : plain.length() * Integer.numberOfTrailingZeros(radix);
        Span span = tokens.span(token);
        boolean leadingZero = radix == 10 && plain.length() > 1 && plain.startsWith("0");
        if (plain.isEmpty() || plain.length() > 64 || leadingZero || !isNumber(plain, radix)) {
            tokens.report(
                    SemanticsProblem.SYNTAX,
                    span,
                    "'" + token.text() + "' is no number",
                    leadingZero ? "a decimal number starts without 0" : "numbers look like 10, 0x1F, 0o17 or 0b101");
            return new Ast.Missing(span);
        }
        BigInteger value = new BigInteger(plain, radix);
        if (value.compareTo(LIMIT) >= 0) {
            tokens.report(SemanticsProblem.RANGE, span, "'" + token.text() + "' needs more than 64 bits", "");
            return new Ast.Missing(span);
        }
        return new Ast.Literal(value, width, span);
    }

    private static boolean isNumber(String digits, int radix) {
        for (int i = 0; i < digits.length(); i++) {
            if (Character.digit(digits.charAt(i), radix) < 0) {
                return false;
            }
        }
        return true;
    }
}

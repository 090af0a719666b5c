package dev.vmkit.language.codec;

import dev.vmkit.language.codec.Expression.Operator;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an expression from tokens, as far as it goes. */
final class ExpressionParser {
    private static final int DEEPEST = 50;
    private static final int MOST_OPERATORS = 500;

    private final Spelling spelling;
    private final List<Token> tokens;
    private final Where where;

    private int at;
    private int depth;
    private int operators;

    private ExpressionParser(Spelling spelling, List<Token> tokens, int at, Where where) {
        this.spelling = spelling;
        this.tokens = tokens;
        this.at = at;
        this.where = where;
    }

    /** Where the expression stands, which decides about some words. */
    enum Where {
        SOURCE,
        /** What an alias stands for: {@code pc} and {@code next} are the addresses of and after the statement. */
        ALIAS,
        /** What a prefix operator means: besides, {@code [high:low]} takes bits. */
        OPERATOR
    }

    /** An expression and the token that follows it. */
    record Parsed(Expression expression, int next) {}

    /** The expression that starts at token {@code from}; throws where none does. */
    static Parsed parse(Spelling spelling, List<Token> tokens, int from, Where where) {
        ExpressionParser parser = new ExpressionParser(spelling, tokens, from, where);
        Expression expression = parser.binary(1);
        return new Parsed(expression, parser.at);
    }

    private Expression binary(int weakest) {
        Expression left = unary();
        for (Operator o = operator(weakest); o != null; o = operator(weakest)) {
            at++;
            if (++operators > MOST_OPERATORS) {
                throw mistake("this expression is too long");
            }
            Expression right = binary(o.strength + 1);
            left = new Expression.Binary(o, left, right, left.span().to(right.span()));
        }
        return left;
    }

    private @Nullable Operator operator(int weakest) {
        for (Operator o : Operator.values()) {
            if (o.strength >= weakest && tokens.get(at).is(o.sign)) {
                return o;
            }
        }
        return null;
    }

    private Expression unary() {
        if (++depth > DEEPEST) {
            throw mistake("this expression is nested too deeply");
        }
        Token token = tokens.get(at);
        Expression result;
        if (token.is("-")) {
            at++;
            Expression of = unary();
            result = new Expression.Negated(of, token.span().to(of.span()));
        } else if (token.is("~")) {
            at++;
            Expression of = unary();
            result = new Expression.Complement(of, token.span().to(of.span()));
        } else if (token.is("+")) {
            at++;
            result = unary();
        } else if (token instanceof Token.Prefix p) {
            at++;
            Expression of = unary();
            result = new Expression.Prefixed(p.text(), of, token.span().to(of.span()));
        } else {
            result = bits(primary(token));
        }
        depth--;
        return result;
    }

    private Expression bits(Expression of) {
        while (where == Where.OPERATOR && tokens.get(at).is("[")) {
            int high = bit("[");
            int low = tokens.get(at).is(":") ? bit(":") : high;
            expect("]");
            of = new Expression.Bits(of, Math.max(high, low), Math.min(high, low), of.span());
        }
        return of;
    }

    private int bit(String before) {
        expect(before);
        if (tokens.get(at) instanceof Token.Number n && n.value() >= 0 && n.value() < 64) {
            at++;
            return (int) n.value();
        }
        throw mistake("expected the number of a bit");
    }

    private void expect(String sign) {
        if (!tokens.get(at).is(sign)) {
            throw mistake("expected '" + sign + "' but found " + tokens.get(at).describe());
        }
        at++;
    }

    private Expression primary(Token token) {
        at++;
        return switch (token) {
            case Token.Number n -> new Expression.Number(n.value(), n.span());
            case Token.Read r -> r.expression();
            case Token.Placeholder p -> Match.placeholder(p.name(), p.span());
            case Token.Word w -> word(w);
            case Token.Sign s when s.text().equals("(") -> parenthesised();
            case Token.Sign s when s.text().equals("$") || s.text().equals("*") -> new Expression.Here(s.span());
            default -> {
                at--;
                throw mistake("an expression cannot start with " + token.describe());
            }
        };
    }

    private Expression word(Token.Word w) {
        if (w.text().equals(".") || where != Where.SOURCE && w.text().equals("pc")) {
            return new Expression.Here(w.span());
        }
        if (where == Where.ALIAS && w.text().equals("next")) {
            return new Expression.Next(w.span());
        }
        if (spelling.isReserved(w.text())) {
            at--;
            throw mistake(w.describe() + " is not a number or a label");
        }
        return new Expression.Symbol(w.text(), w.span());
    }

    private Expression parenthesised() {
        Expression inner = binary(1);
        expect(")");
        return inner;
    }

    private MistakeException mistake(String message) {
        Span span = tokens.get(Math.min(at, tokens.size() - 1)).span();
        return MistakeException.of(AsmProblem.EXPRESSION, span, message, "");
    }
}

package dev.vmkit.language.semantics;

import dev.vmkit.language.semantics.TokenStream.Unreadable;
import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a text into its syntax tree. A statement that cannot be read is reported and left out; the rest goes on. */
final class Parser {
    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final Text text;
    private final Columns columns;
    private final Mistakes mistakes;

    private Parser(Text text, Columns columns, Mistakes mistakes) {
        this.text = text;
        this.columns = columns;
        this.mistakes = mistakes;
        this.tokens = new TokenStream(text, mistakes);
        this.expressions = new ExpressionParser(tokens, columns, mistakes);
    }

    /** The statements of a body. */
    static Ast.Block body(Text text, Columns columns, Mistakes mistakes) {
        Parser parser = new Parser(text, columns, mistakes);
        List<Ast.Statement> statements = new ArrayList<>();
        parser.statements(statements, false);
        return new Ast.Block(statements, text.span());
    }

    /** A text that is one expression. */
    static Ast.Expression expression(Text text, Columns columns, Mistakes mistakes) {
        Parser parser = new Parser(text, columns, mistakes);
        try {
            parser.tokens.open();
            Ast.Expression result = parser.expressions.expression();
            if (parser.tokens.peek().kind() != Token.Kind.END) {
                throw parser.tokens.unexpected("the end");
            }
            return result;
        } catch (Unreadable _) {
            return new Ast.Missing(text.span());
        }
    }

    /** The head of a function, or nothing if it cannot be read. */
    static Optional<Ast.Head> head(Text text, Mistakes mistakes) {
        Parser parser = new Parser(text, Columns.NONE, mistakes);
        try {
            return Optional.of(parser.head());
        } catch (Unreadable _) {
            return Optional.empty();
        }
    }

    private Ast.Head head() throws Unreadable {
        tokens.open();
        List<Ast.Identifier> results = new ArrayList<>();
        if (tokens.accept("(")) {
            results.add(tokens.name("a type"));
            tokens.expect(",");
            results.add(tokens.name("a type"));
            tokens.expect(")");
        } else if (tokens.second().kind() == Token.Kind.NAME) {
            results.add(tokens.name("a type"));
        }
        Ast.Identifier name = tokens.name("the function's name");
        tokens.expect("(");
        List<Ast.Parameter> parameters = new ArrayList<>();
        while (!tokens.accept(")")) {
            if (!parameters.isEmpty()) {
                tokens.expect(",");
            }
            Ast.Identifier type = tokens.name("a parameter such as 'b8 value'");
            parameters.add(new Ast.Parameter(type, tokens.name("the parameter's name after its type")));
        }
        if (tokens.peek().kind() != Token.Kind.END) {
            throw tokens.unexpected("the end");
        }
        return new Ast.Head(results, name, parameters, text.span());
    }

    private void statements(List<Ast.Statement> into, boolean nested) {
        int level = tokens.depth();
        while (true) {
            skipSeparators();
            Token token = tokens.peek();
            if (token.kind() == Token.Kind.END || nested && token.is("}")) {
                return;
            }
            try {
                into.add(statement());
                separator(nested);
            } catch (Unreadable _) {
                tokens.recover(level);
                if (!nested) {
                    tokens.accept("}");
                }
            }
        }
    }

    private void skipSeparators() {
        do {
            tokens.skipLineEnds();
        } while (tokens.accept(";"));
    }

    private void separator(boolean nested) throws Unreadable {
        Token token = tokens.peek();
        boolean ends = token.kind() == Token.Kind.END || token.kind() == Token.Kind.NEWLINE || token.is(";");
        if (!ends && !(nested && token.is("}"))) {
            throw tokens.unexpected("';' or a new line");
        }
    }

    private Ast.Statement statement() throws Unreadable {
        Token first = tokens.peek();
        if (first.kind() == Token.Kind.COLUMN && endsStatement(tokens.second())) {
            tokens.take();
            return columns.block(new Ast.Identifier(first.text(), tokens.span(first)), mistakes);
        }
        if (first.kind() != Token.Kind.NAME) {
            return assignment(first);
        }
        return switch (first.text()) {
            case "let", "var" -> let(first);
            case "if" -> ifStatement(first);
            case "match" -> match(first);
            case "for" -> forStatement(first);
            case "raise" -> raise(first);
            case "return" -> returnStatement(first);
            default -> assignment(first);
        };
    }

    private static boolean endsStatement(Token token) {
        return token.kind() == Token.Kind.END || token.kind() == Token.Kind.NEWLINE || token.is(";") || token.is("}");
    }

    private Ast.Statement assignment(Token first) throws Unreadable {
        Ast.Expression place = expressions.expression();
        if (tokens.accept("=")) {
            tokens.skipLineEnds();
            Ast.Expression value = expressions.expression();
            return new Ast.Assign(place, value, tokens.since(first));
        }
        if (place instanceof Ast.Call call) {
            return new Ast.Invoke(call, call.span());
        }
        throw tokens.unexpected("'=' or a call");
    }

    private Ast.Statement let(Token first) throws Unreadable {
        boolean mutable = tokens.take().isWord("var");
        Ast.Identifier name = tokens.name("a name");
        Optional<Ast.Identifier> type = Optional.empty();
        if (tokens.peek().kind() == Token.Kind.NAME) {
            type = Optional.of(name);
            name = tokens.name("a name");
        } else if (!mutable && tokens.accept(",")) {
            Ast.Identifier second = tokens.name("a second name");
            tokens.expect("=");
            return new Ast.LetPair(name, second, expressions.expression(), tokens.since(first));
        }
        tokens.expect("=");
        tokens.skipLineEnds();
        return new Ast.Let(mutable, type, name, expressions.expression(), tokens.since(first));
    }

    private Ast.Statement ifStatement(Token first) throws Unreadable {
        tokens.take();
        Ast.Expression condition = expressions.expression();
        Ast.Statement then = block();
        if (!elseFollows()) {
            return new Ast.If(condition, then, Optional.empty(), tokens.since(first));
        }
        Token second = tokens.peek();
        Ast.Statement otherwise = second.isWord("if") ? nestedIf(second) : block();
        return new Ast.If(condition, then, Optional.of(otherwise), tokens.since(first));
    }

    private Ast.Statement nestedIf(Token first) throws Unreadable {
        tokens.enter();
        Ast.Statement result = ifStatement(first);
        tokens.leave();
        return result;
    }

    /** Takes {@code else}, which may stand on a new line. */
    private boolean elseFollows() {
        return tokens.acceptWord("else") || tokens.acceptOnNextLine("else");
    }

    private Ast.Block block() throws Unreadable {
        tokens.enter();
        Token first = tokens.expect("{");
        List<Ast.Statement> statements = new ArrayList<>();
        statements(statements, true);
        tokens.expect("}");
        tokens.leave();
        return new Ast.Block(statements, tokens.since(first));
    }

    private Ast.Statement match(Token first) throws Unreadable {
        tokens.take();
        Ast.Expression subject = expressions.expression();
        tokens.expect("{");
        List<Ast.Arm> arms = new ArrayList<>();
        Optional<Ast.Statement> otherwise = Optional.empty();
        skipSeparators();
        while (!tokens.accept("}")) {
            if (tokens.acceptWord("else")) {
                otherwise = Optional.of(block());
                skipSeparators();
                tokens.expect("}");
                break;
            }
            arms.add(arm());
            skipSeparators();
        }
        return new Ast.Match(subject, arms, otherwise, tokens.since(first));
    }

    private Ast.Arm arm() throws Unreadable {
        List<Ast.Expression> values = new ArrayList<>();
        do {
            values.add(expressions.expression());
        } while (tokens.accept(","));
        return new Ast.Arm(values, block());
    }

    private Ast.Statement forStatement(Token first) throws Unreadable {
        tokens.take();
        Ast.Identifier name = tokens.name("the loop's variable");
        tokens.expectWord("in");
        Ast.Expression from = expressions.expression();
        tokens.expect("..");
        Ast.Expression to = expressions.expression();
        Optional<Ast.Expression> max = Optional.empty();
        if (tokens.acceptWord("max")) {
            max = Optional.of(expressions.expression());
        }
        return new Ast.For(name, from, to, max, block(), tokens.since(first));
    }

    private Ast.Statement raise(Token first) throws Unreadable {
        tokens.take();
        Ast.Identifier trap = tokens.name("a trap");
        List<Ast.Expression> arguments = expressions.arguments();
        return new Ast.Raise(trap, arguments, tokens.since(first));
    }

    private Ast.Statement returnStatement(Token first) throws Unreadable {
        tokens.take();
        List<Ast.Expression> values = new ArrayList<>();
        if (!endsStatement(tokens.peek())) {
            do {
                values.add(expressions.expression());
            } while (tokens.accept(","));
        }
        return new Ast.Return(values, tokens.since(first));
    }
}

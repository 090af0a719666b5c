package dev.vmkit.language.semantics;

import dev.vmkit.language.text.Span;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** The syntax tree of a body: what was written, columns put in their places, nothing resolved. Every node knows its place. */
sealed interface Ast {
    Span span();

    /** A name with its place. */
    record Identifier(String text, Span span) {}

    /** An expression. */
    sealed interface Expression extends Ast {}

    /** A number; {@code digits} is the width a hexadecimal or binary one is written with, 0 for a decimal one. */
    record Literal(BigInteger value, int digits, Span span) implements Expression {}

    record Truth(boolean value, Span span) implements Expression {}

    record Name(String text, Span span) implements Expression {}

    /** {@code #operand}. */
    record Code(Identifier operand, Span span) implements Expression {}

    /** {@code -}, {@code ~} or {@code !}. */
    record Prefix(char operator, Expression value, Span span) implements Expression {}

    record Infix(Operator operator, Span operatorSpan, Expression left, Expression right, Span span)
            implements Expression {}

    record Slice(Expression value, Expression high, Expression low, Span span) implements Expression {}

    record Index(Expression value, Expression index, Span span) implements Expression {}

    record Member(Expression value, Identifier name, Span span) implements Expression {}

    record Call(Identifier function, List<Expression> arguments, Span span) implements Expression {}

    record Conditional(Expression condition, Expression then, Expression otherwise, Span span) implements Expression {}

    /** Stands where an expression could not be read; the mistake is reported. */
    record Missing(Span span) implements Expression {}

    /** A statement. */
    sealed interface Statement extends Ast {}

    record Block(List<Statement> statements, Span span) implements Statement {}

    record Let(boolean mutable, Optional<Identifier> type, Identifier name, Expression value, Span span)
            implements Statement {}

    record LetPair(Identifier first, Identifier second, Expression value, Span span) implements Statement {}

    record Assign(Expression place, Expression value, Span span) implements Statement {}

    record Invoke(Call call, Span span) implements Statement {}

    record If(Expression condition, Statement then, Optional<Statement> otherwise, Span span) implements Statement {}

    record Match(Expression subject, List<Arm> arms, Optional<Statement> otherwise, Span span) implements Statement {}

    record Arm(List<Expression> values, Statement body) {}

    record For(Identifier name, Expression from, Expression to, Optional<Expression> max, Statement body, Span span)
            implements Statement {}

    record Raise(Identifier trap, List<Expression> arguments, Span span) implements Statement {}

    record Return(List<Expression> values, Span span) implements Statement {}

    /** The head of a function: {@code (b8, bool) f(b8 a)}. */
    record Head(List<Identifier> results, Identifier name, List<Parameter> parameters, Span span) implements Ast {}

    record Parameter(Identifier type, Identifier name) {}
}

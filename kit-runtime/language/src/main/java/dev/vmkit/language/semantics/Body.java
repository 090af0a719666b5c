package dev.vmkit.language.semantics;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Stmt;
import java.util.List;

/**
 * One body while it is checked: its locals, the paths through it, its operands; and the checkers, each for one concern,
 * that share them.
 */
final class Body {
    final Definition definition;
    final Mistakes mistakes;
    final Functions functions;
    final Operands operands;
    /** The types of the results; empty where there is none. */
    final List<Type.Sized> results;

    final Locals locals = new Locals();
    final Flow flow;
    final Modes modes;
    final Conversion conversion;
    final Arithmetic arithmetic;
    final PlaceChecker places;
    final PlaceReader reader;
    final PlaceWriter writer;
    final ExpressionChecker expressions;
    final CallChecker calls;
    final StatementChecker statements;

    Body(Functions functions, Operands operands, List<Type.Sized> results) {
        this.definition = functions.definition();
        this.mistakes = definition.mistakes();
        this.functions = functions;
        this.operands = operands;
        this.results = results;
        this.flow = new Flow(mistakes);
        this.modes = new Modes(this);
        this.conversion = new Conversion(mistakes);
        this.arithmetic = new Arithmetic(mistakes, conversion);
        this.places = new PlaceChecker(this);
        this.reader = new PlaceReader(this);
        this.writer = new PlaceWriter(this);
        this.expressions = new ExpressionChecker(this);
        this.calls = new CallChecker(this);
        this.statements = new StatementChecker(this);
    }

    /** A point on a path, operands included. */
    record Point(Flow.Point flow, Modes.States modes) {}

    Point point() {
        return new Point(flow.point(), modes.states());
    }

    void set(Point point) {
        flow.set(point.flow);
        modes.set(point.modes);
    }

    /** Goes on where the path that just ended here and the one that ended at {@code other} meet. */
    void meet(Point other) {
        modes.set(
                !flow.reachable()
                        ? other.modes
                        : other.flow.reachable() ? modes.states().meet(other.modes) : modes.states());
        flow.set(flow.point().meet(other.flow));
    }

    /** Keeps a value in a new local; a constant or a local stays as it is. */
    Expr keep(Expr value, String name, List<Stmt> out) {
        if (value instanceof Expr.Const || value instanceof Expr.Local) {
            return value;
        }
        int slot = locals.newSlot();
        out.add(new Stmt.SetLocal(slot, name, value));
        return new Expr.Local(slot, value.width(), name);
    }
}

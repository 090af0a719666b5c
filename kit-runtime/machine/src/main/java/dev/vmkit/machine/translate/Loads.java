package dev.vmkit.machine.translate;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Parts;
import dev.vmkit.language.ir.Purity;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.util.List;

/**
 * Moves loads and calls out of expressions: their values go to variables beforehand, while nothing else is on the stack, since the
 * region may be left there. The rest of an expression has no effects, so nothing changes by that.
 */
final class Loads {
    /** Slots for values of loads lie above those of any instruction. */
    static final int FIRST = 1 << 20;

    private final CodeBuilder code;
    private final Values values;
    private final SideEffects effects;
    private final Frame frame;
    private int next = FIRST;

    Loads(CodeBuilder code, Values values, SideEffects effects, Frame frame) {
        this.code = code;
        this.values = values;
        this.effects = effects;
        this.frame = frame;
    }

    /** Variables of earlier loads may be used again. */
    void begin() {
        next = FIRST;
    }

    /** Writes the loads and calls of an expression, and gives the expression without them. */
    Expr moved(Expr e, Label leave) {
        if (Purity.isPure(e)) {
            return e;
        }
        return switch (e) {
            case Expr.Load l -> load(l, leave);
            case Expr.ExternCall c -> call(c, leave);
            case Expr.Select s -> select(s, leave);
            default -> Parts.replaced(e, part -> moved(part, leave));
        };
    }

    List<Expr> all(List<Expr> some, Label leave) {
        return Parts.all(some, e -> moved(e, leave));
    }

    private Expr load(Expr.Load l, Label leave) {
        Expr address = moved(l.address(), leave);
        Expr.Local result = fresh(l.width());
        effects.load(l, address, leave);
        code.lstore(frame.local(result.slot()));
        return result;
    }

    private Expr call(Expr.ExternCall c, Label leave) {
        effects.call(c.extern(), all(c.arguments(), leave));
        Expr.Local result = fresh(c.width());
        code.lstore(frame.local(result.slot()));
        return result;
    }

    private Expr.Local fresh(int width) {
        return new Expr.Local(next++, width, "loaded");
    }

    /** Only the chosen side is loaded. */
    private Expr select(Expr.Select s, Label leave) {
        Expr condition = moved(s.condition(), leave);
        Expr.Local result = fresh(s.width());
        Label no = code.newLabel();
        Label end = code.newLabel();
        values.conditions().jump(condition, false, no);
        values.push(moved(s.then(), leave), Above.ZEROS);
        code.lstore(frame.local(result.slot())).goto_(end).labelBinding(no);
        values.push(moved(s.otherwise(), leave), Above.ZEROS);
        code.lstore(frame.local(result.slot())).labelBinding(end);
        return result;
    }
}

package dev.vmkit.language.sensitivity;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.isa.RegisterFile;
import java.util.List;
import java.util.function.BinaryOperator;

/** The value of an inlined expression, as far as it is known in a state. */
record Evaluation(TwinState state, Scenario scenario) {

    Twin of(Expr e) {
        return switch (e) {
            case Expr.Const c -> Twin.constant(c.width(), c.value());
            case Expr.OperandValue _, Expr.Pc _, Expr.Next _ -> Twin.same(e.width());
            case Expr.Local l -> state.local(l.slot(), l.width());
            case Expr.ReadRegister r -> read(r.file(), of(r.index()));
            case Expr.Unary u -> TwinArithmetic.unary(u.op(), of(u.value()));
            case Expr.Binary b -> TwinArithmetic.binary(b.op(), of(b.left()), of(b.right()));
            case Expr.Extend x -> TwinArithmetic.extend(x.signed(), of(x.value()), x.width());
            case Expr.Extract x -> TwinArithmetic.extract(of(x.value()), x.low(), x.width());
            case Expr.Insert i -> TwinArithmetic.insert(of(i.value()), i.low(), of(i.bits()));
            case Expr.Concat c -> TwinArithmetic.concat(of(c.high()), of(c.low()));
            case Expr.Select s -> TwinArithmetic.select(of(s.condition()), of(s.then()), of(s.otherwise()));
            case Expr.Choose c -> choose(of(c.selector()), c.alternatives());
            case Expr.Load l -> Twin.unknown(l.width(), of(l.address()).isSame() && !state.memoryDiffers());
            case Expr.ExternCall c -> extern(c);
            case Expr.Call _, Expr.After _ -> throw new IllegalArgumentException("the body still has calls");
        };
    }

    /** Whether all of these are the same in both runs. */
    boolean areSame(List<Expr> some) {
        return some.stream().allMatch(e -> of(e).isSame());
    }

    private Twin read(RegisterFile file, Twin index) {
        if (index.isNumber()) {
            return state.get(file, (int) Math.min(index.number(), file.count() - 1));
        }
        Twin any = state.get(file, 0);
        for (int i = 1; i < file.count(); i++) {
            any = any.join(state.get(file, i));
        }
        return index.isSame() ? any : apart(any);
    }

    private Twin choose(Twin selector, List<Expr> alternatives) {
        if (selector.isNumber()) {
            return of(alternatives.get((int) Math.min(selector.number(), alternatives.size() - 1)));
        }
        BinaryOperator<Twin> join = Twin::join;
        Twin any = alternatives.stream().map(this::of).reduce(join).orElseThrow();
        return selector.isSame() ? any : apart(any);
    }

    /** The same, but whatever is not known differs. */
    private static Twin apart(Twin value) {
        return new Twin(value.width(), value.first(), value.second(), -1, Twin.Origin.NONE);
    }

    /** What the processor says of itself; a device says the same to equal questions. */
    private Twin extern(Expr.ExternCall call) {
        boolean alike = areSame(call.arguments()) && !state.memoryDiffers();
        boolean own = call.extern().declaration().device().equals("cpu");
        return own && call.arguments().isEmpty()
                ? scenario.says(call.extern().name(), call.width())
                : Twin.unknown(call.width(), alike);
    }
}

package dev.vmkit.language.ir;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes other bodies of bodies, and of the functions they call, each function once. A subclass replaces some statements and
 * leaves the others to {@code super}, which goes through their parts. What comes out is as checked as what went in, if the
 * replacements keep the widths.
 */
public abstract class Rewriter {
    private final Map<Function, Function> functions = new IdentityHashMap<>();

    /** An instruction with its body rewritten. */
    public final Instruction rewritten(Instruction i) {
        Stmt body = rewritten(i.body());
        return new Instruction(i.form(), i.where(), body, i.locals(), Effects.of(body));
    }

    /** A function with its body rewritten: always the same one for the same one. */
    public final Function rewritten(Function f) {
        Function known = functions.get(f);
        if (known == null) {
            known = new Function(
                    f.name(),
                    f.parameterNames(),
                    f.parameterWidths(),
                    f.resultWidths(),
                    rewritten(f.body()),
                    f.locals());
            functions.put(f, known);
        }
        return known;
    }

    /** A statement rewritten: here its parts. */
    protected Stmt rewritten(Stmt s) {
        return switch (s) {
            case Stmt.Block b ->
                new Stmt.Block(b.statements().stream().map(this::rewritten).toList());
            case Stmt.SetLocal l -> new Stmt.SetLocal(l.slot(), l.name(), rewritten(l.value()));
            case Stmt.SetPair p ->
                new Stmt.SetPair(
                        p.firstSlot(), p.secondSlot(), (Expr.Call) rewritten(p.call()), rewritten(p.function()));
            case Stmt.Compute c -> c.of(rewritten(c.arguments()));
            case Stmt.WriteRegister w -> new Stmt.WriteRegister(w.file(), rewritten(w.index()), rewritten(w.value()));
            case Stmt.Store t -> new Stmt.Store(t.space(), rewritten(t.address()), rewritten(t.value()));
            case Stmt.If i -> new Stmt.If(rewritten(i.condition()), rewritten(i.then()), rewritten(i.otherwise()));
            case Stmt.Switch w -> new Stmt.Switch(rewritten(w.selector()), cases(w), rewritten(w.otherwise()));
            case Stmt.For f ->
                new Stmt.For(f.slot(), f.name(), rewritten(f.from()), rewritten(f.to()), f.max(), rewritten(f.body()));
            case Stmt.Raise r -> new Stmt.Raise(r.trap(), rewritten(r.value()));
            case Stmt.Jump j -> new Stmt.Jump(rewritten(j.target()));
            case Stmt.Return r -> new Stmt.Return(rewritten(r.values()));
            case Stmt.Run r -> new Stmt.Run(rewritten(r.function()), rewritten(r.arguments()));
            case Stmt.RunExtern r -> new Stmt.RunExtern(r.extern(), rewritten(r.arguments()));
            case Stmt.Evaluate e -> new Stmt.Evaluate(rewritten(e.value()));
            case Stmt.Signal g -> new Stmt.Signal(g.kind(), rewritten(g.arguments()));
            case Stmt.Tick t -> new Stmt.Tick(rewritten(t.cycles()));
            case Stmt.Scope c -> new Stmt.Scope(c.number(), rewritten(c.body()));
            case Stmt.Leave _ -> s;
        };
    }

    private Map<Long, Stmt> cases(Stmt.Switch w) {
        Map<Long, Stmt> cases = new LinkedHashMap<>();
        w.cases().forEach((value, each) -> cases.put(value, rewritten(each)));
        return cases;
    }

    /** An expression rewritten: here its parts. */
    protected Expr rewritten(Expr e) {
        return switch (e) {
            case Expr.Const _, Expr.OperandValue _, Expr.Local _, Expr.Pc _, Expr.Next _ -> e;
            case Expr.ReadRegister r -> new Expr.ReadRegister(r.file(), rewritten(r.index()));
            case Expr.Unary u -> new Expr.Unary(u.op(), rewritten(u.value()));
            case Expr.Binary b -> new Expr.Binary(b.op(), rewritten(b.left()), rewritten(b.right()));
            case Expr.Extend x -> new Expr.Extend(x.signed(), rewritten(x.value()), x.width());
            case Expr.Extract x -> new Expr.Extract(rewritten(x.value()), x.low(), x.width());
            case Expr.Insert i -> new Expr.Insert(rewritten(i.value()), i.low(), rewritten(i.bits()));
            case Expr.Concat c -> new Expr.Concat(rewritten(c.high()), rewritten(c.low()));
            case Expr.Select s ->
                new Expr.Select(rewritten(s.condition()), rewritten(s.then()), rewritten(s.otherwise()));
            case Expr.Choose c -> new Expr.Choose(rewritten(c.selector()), rewritten(c.alternatives()));
            case Expr.Load l -> new Expr.Load(l.space(), l.width(), rewritten(l.address()));
            case Expr.Call c -> new Expr.Call(rewritten(c.function()), rewritten(c.arguments()));
            case Expr.ExternCall c -> new Expr.ExternCall(c.extern(), rewritten(c.arguments()));
            case Expr.After a -> new Expr.After(rewritten(a.statements()), rewritten(a.value()));
        };
    }

    private List<Expr> rewritten(List<Expr> all) {
        return all.stream().map(this::rewritten).toList();
    }
}

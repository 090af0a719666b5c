package dev.vmkit.testkit.derive;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Extern;
import dev.vmkit.language.ir.Function;
import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.isa.ExternDeclaration;
import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts a probe into every branch of the semantics: a call of an extern with the branch's number. The instrumented
 * instruction set runs on any engine, and behaves as before.
 */
final class Probes {
    static final String EXTERN = "coverage_probe";

    private final Extern probe;
    private final List<String> arms = new ArrayList<>();
    private final Map<Function, Function> functions = new IdentityHashMap<>();
    private final Isa isa;
    private String owner = "";

    private Probes(Isa original) {
        Text head = Text.synthetic("the kit", EXTERN + "(b32 branch)");
        this.probe = new Extern(
                new ExternDeclaration(EXTERN, head, "", List.of(), List.of(), false, false, head.span()),
                List.of(32),
                0);
        this.isa = instrument(original);
    }

    static Probes into(Isa isa) {
        return new Probes(isa);
    }

    Isa isa() {
        return isa;
    }

    /** Whose branch each number stands for: an instruction or a function. */
    List<String> arms() {
        return arms;
    }

    private Isa instrument(Isa o) {
        List<Instruction> instructions =
                o.instructions().stream().map(this::instrument).toList();
        Map<String, Extern> externs = new LinkedHashMap<>(o.externs());
        externs.put(EXTERN, probe);
        return new Isa(
                o.model(),
                instructions,
                o.functions(),
                externs,
                o.traps(),
                o.trapAttributes(),
                o.trapHook().map(this::instrument),
                o.interruptHook(),
                o.pending(),
                o.due(),
                o.resetHook(),
                o.stepHook());
    }

    private Instruction instrument(Instruction i) {
        owner = i.id();
        return new Instruction(i.form(), i.where(), instrument(i.body()), i.locals(), i.effects());
    }

    private Function instrument(Function f) {
        Function known = functions.get(f);
        if (known != null) {
            return known;
        }
        String caller = owner;
        owner = f.name();
        Function made = new Function(
                f.name(), f.parameterNames(), f.parameterWidths(), f.resultWidths(), instrument(f.body()), f.locals());
        owner = caller;
        functions.put(f, made);
        return made;
    }

    private Stmt probe() {
        arms.add(owner);
        return new Stmt.RunExtern(probe, List.of(new Expr.Const(32, arms.size() - 1)));
    }

    private Stmt arm(Stmt s) {
        Stmt mark = probe();
        return new Stmt.Block(List.of(mark, instrument(s)));
    }

    private Expr arm(Expr e) {
        Stmt mark = probe();
        return new Expr.After(mark, instrument(e));
    }

    private Stmt instrument(Stmt s) {
        return switch (s) {
            case Stmt.Block b ->
                new Stmt.Block(b.statements().stream().map(this::instrument).toList());
            case Stmt.SetLocal l -> new Stmt.SetLocal(l.slot(), l.name(), instrument(l.value()));
            case Stmt.SetPair p ->
                new Stmt.SetPair(
                        p.firstSlot(),
                        p.secondSlot(),
                        new Expr.Call(
                                instrument(p.call().function()),
                                instrument(p.call().arguments())),
                        instrument(p.function()));
            case Stmt.Compute c -> c.of(instrument(c.arguments()));
            case Stmt.WriteRegister w -> new Stmt.WriteRegister(w.file(), instrument(w.index()), instrument(w.value()));
            case Stmt.Store t -> new Stmt.Store(t.space(), instrument(t.address()), instrument(t.value()));
            case Stmt.If i -> new Stmt.If(instrument(i.condition()), arm(i.then()), arm(i.otherwise()));
            case Stmt.Switch w -> new Stmt.Switch(instrument(w.selector()), cases(w.cases()), arm(w.otherwise()));
            case Stmt.For f ->
                new Stmt.For(
                        f.slot(), f.name(), instrument(f.from()), instrument(f.to()), f.max(), instrument(f.body()));
            case Stmt.Raise r -> new Stmt.Raise(r.trap(), instrument(r.value()));
            case Stmt.Jump j -> new Stmt.Jump(instrument(j.target()));
            case Stmt.Return r -> new Stmt.Return(instrument(r.values()));
            case Stmt.Run r -> new Stmt.Run(instrument(r.function()), instrument(r.arguments()));
            case Stmt.RunExtern r -> new Stmt.RunExtern(r.extern(), instrument(r.arguments()));
            case Stmt.Evaluate e -> new Stmt.Evaluate(instrument(e.value()));
            case Stmt.Signal g -> new Stmt.Signal(g.kind(), instrument(g.arguments()));
            case Stmt.Tick t -> new Stmt.Tick(instrument(t.cycles()));
            case Stmt.Scope c -> new Stmt.Scope(c.number(), instrument(c.body()));
            case Stmt.Leave _ -> s;
        };
    }

    private Map<Long, Stmt> cases(Map<Long, Stmt> cases) {
        Map<Long, Stmt> probed = new LinkedHashMap<>();
        cases.forEach((value, body) -> probed.put(value, arm(body)));
        return probed;
    }

    private List<Expr> instrument(List<Expr> all) {
        return all.stream().map(this::instrument).toList();
    }

    private Expr instrument(Expr e) {
        return switch (e) {
            case Expr.Const _, Expr.OperandValue _, Expr.Local _, Expr.Pc _, Expr.Next _ -> e;
            case Expr.ReadRegister r -> new Expr.ReadRegister(r.file(), instrument(r.index()));
            case Expr.Unary u -> new Expr.Unary(u.op(), instrument(u.value()));
            case Expr.Binary b -> new Expr.Binary(b.op(), instrument(b.left()), instrument(b.right()));
            case Expr.Extend x -> new Expr.Extend(x.signed(), instrument(x.value()), x.width());
            case Expr.Extract x -> new Expr.Extract(instrument(x.value()), x.low(), x.width());
            case Expr.Insert i -> new Expr.Insert(instrument(i.value()), i.low(), instrument(i.bits()));
            case Expr.Concat c -> new Expr.Concat(instrument(c.high()), instrument(c.low()));
            case Expr.Select s -> new Expr.Select(instrument(s.condition()), arm(s.then()), arm(s.otherwise()));
            case Expr.Choose c -> new Expr.Choose(instrument(c.selector()), instrument(c.alternatives()));
            case Expr.Load l -> new Expr.Load(l.space(), l.width(), instrument(l.address()));
            case Expr.Call c -> new Expr.Call(instrument(c.function()), instrument(c.arguments()));
            case Expr.ExternCall c -> new Expr.ExternCall(c.extern(), instrument(c.arguments()));
            case Expr.After a -> new Expr.After(instrument(a.statements()), instrument(a.value()));
        };
    }
}

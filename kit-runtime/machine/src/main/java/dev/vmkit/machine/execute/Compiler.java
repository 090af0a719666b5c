package dev.vmkit.machine.execute;

import dev.vmkit.language.ir.BinaryOp;
import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Extern;
import dev.vmkit.language.ir.Operations;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.machine.hart.ExternBinding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Turns a specialised body into a tree of closures, one a node of the IR. Where the shape of a node allows a shorter way,
 * the classes that make the closures take it.
 */
final class Compiler {
    private final Core core;
    private final Value pc;
    private final Value next;

    private Compiler(Core core, Value pc, Value next) {
        this.core = core;
        this.pc = pc;
        this.next = next;
    }

    /** For the body of an instruction of that many address units. */
    static Compiler instruction(Core core, int units) {
        Value pc = pc(core);
        int width = core.hart.isa().model().pc().width();
        return new Compiler(core, pc, Arithmetic.binary(BinaryOp.ADD, width, pc, new Value.Constant(units)));
    }

    /** For a function that is called between instructions. */
    static Compiler function(Core core) {
        return new Compiler(core, pc(core), f -> f.following);
    }

    private static Value pc(Core core) {
        return new Value.Register(core.hart.isa().model().pc().slot());
    }

    Value value(Expr e) {
        return switch (e) {
            case Expr.Const c -> new Value.Constant(c.value());
            case Expr.Local l -> new Value.Local(l.slot());
            case Expr.Pc _ -> pc;
            case Expr.Next _ -> next;
            case Expr.ReadRegister r -> RegisterAccess.read(r.file(), value(r.index()));
            case Expr.Unary u -> Arithmetic.unary(u.op(), u.width(), value(u.value()));
            case Expr.Binary b -> Arithmetic.binary(b.op(), b.left().width(), value(b.left()), value(b.right()));
            case Expr.Extend x -> Arithmetic.extend(x.signed(), x.value().width(), x.width(), value(x.value()));
            case Expr.Extract x -> Arithmetic.extract(x.low(), x.width(), value(x.value()));
            case Expr.Insert i -> Arithmetic.insert(i, value(i.value()), value(i.bits()));
            case Expr.Concat c -> Arithmetic.concat(c.low().width(), value(c.high()), value(c.low()));
            case Expr.Select s -> Arithmetic.select(value(s.condition()), value(s.then()), value(s.otherwise()));
            case Expr.Choose c -> Arithmetic.choose(value(c.selector()), values(c.alternatives()));
            case Expr.Load l -> MemoryAccess.load(core.mmu(l.space()), l.width(), value(l.address()));
            case Expr.ExternCall c -> extern(c.extern(), c.arguments());
            case Expr.OperandValue _, Expr.Call _, Expr.After _ -> throw notSpecialised(e);
        };
    }

    private Value[] values(List<Expr> all) {
        return all.stream().map(this::value).toArray(Value[]::new);
    }

    Action action(Stmt s) {
        return switch (s) {
            case Stmt.Block b ->
                Control.block(b.statements().stream().map(this::action).toList());
            case Stmt.SetLocal l -> Control.setLocal(l.slot(), value(l.value()));
            case Stmt.Compute c -> FloatingPoint.compute(c, values(c.arguments()));
            case Stmt.WriteRegister w ->
                RegisterAccess.watched(
                        core.watch(w.file()),
                        w.file(),
                        RegisterAccess.write(w.file(), value(w.index()), value(w.value())));
            case Stmt.Store t ->
                MemoryAccess.store(core.mmu(t.space()), t.value().width(), value(t.address()), value(whole(t.value())));
            case Stmt.If i -> Control.branch(value(i.condition()), action(i.then()), action(i.otherwise()));
            case Stmt.Switch w -> Control.choose(value(w.selector()), cases(w.cases()), action(w.otherwise()));
            case Stmt.For l -> Control.loop(l, value(l.from()), value(l.to()), action(l.body()));
            case Stmt.Raise r -> raise(r);
            case Stmt.Jump j -> Control.jump(value(j.target()));
            case Stmt.Return r ->
                Control.giveBack(r.values().stream().map(this::value).toList());
            case Stmt.RunExtern r -> RegisterAccess.evaluate(extern(r.extern(), r.arguments()));
            case Stmt.Evaluate e -> RegisterAccess.evaluate(value(e.value()));
            case Stmt.Tick t -> tick(value(t.cycles()));
            case Stmt.Signal g -> signal(g);
            case Stmt.Scope c -> Control.scope(c.number(), action(c.body()));
            case Stmt.Leave l -> Control.leave(l.number());
            case Stmt.SetPair _, Stmt.Run _ -> throw notSpecialised(s);
        };
    }

    /** A store cuts its value anyway. */
    private static Expr whole(Expr stored) {
        return stored instanceof Expr.Extract x && x.low() == 0 ? x.value() : stored;
    }

    private Map<Long, Action> cases(Map<Long, Stmt> cases) {
        Map<Long, Action> compiled = new HashMap<>();
        cases.forEach((value, body) -> compiled.put(value, action(body)));
        return compiled;
    }

    private Action raise(Stmt.Raise raise) {
        Value value = value(raise.value());
        return f -> {
            throw core.abort.raise(raise.trap(), value.get(f));
        };
    }

    private Action tick(Value cycles) {
        return f -> {
            core.hart.tick(cycles.get(f));
            return Action.DONE;
        };
    }

    private Action signal(Stmt.Signal signal) {
        return switch (signal.kind()) {
            case FENCE -> Action.NOTHING;
            case FLUSH -> tell(core::flush);
            case FLUSH_ADDRESS -> tell(core::flush, value(signal.arguments().getFirst()));
            case HOLDS -> tell(core::holds, value(signal.arguments().getFirst()));
            case WAIT -> tell(core.hart::await);
            case HALT -> tell(core.hart::halt);
        };
    }

    private static Action tell(LongConsumer what, Value value) {
        return f -> {
            what.accept(value.get(f));
            return Action.DONE;
        };
    }

    private static Action tell(Runnable what) {
        return f -> {
            what.run();
            return Action.DONE;
        };
    }

    private Value extern(Extern extern, List<Expr> arguments) {
        ExternBinding binding = core.hart.extern(extern.name());
        Value[] values = values(arguments);
        long[] given = new long[values.length];
        long bits = extern.resultWidth() == 0 ? 0 : Operations.mask(extern.resultWidth());
        return f -> {
            for (int i = 0; i < given.length; i++) {
                given[i] = values[i].get(f);
            }
            return binding.call(given) & bits;
        };
    }

    private static IllegalStateException notSpecialised(Object node) {
        return new IllegalStateException("not specialised: " + node);
    }
}

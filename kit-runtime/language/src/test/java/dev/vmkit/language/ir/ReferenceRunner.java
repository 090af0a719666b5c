package dev.vmkit.language.ir;

import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.RegisterFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Runs a body as directly as its definition reads, and writes down everything it does to the outside. Memory has no
 * content of its own: what a load gives depends on the address and on how much was stored before.
 */
final class ReferenceRunner {
    private final IsaModel model;
    private final long[] operands;
    private final long[] registers;
    private final List<String> events = new ArrayList<>();
    private int stores;

    ReferenceRunner(IsaModel model, long[] operands, long seed) {
        this.model = model;
        this.operands = operands;
        this.registers = new Random(seed).longs(model.slots()).toArray();
        for (RegisterFile file : model.registers()) {
            for (int i = 0; i < file.count(); i++) {
                registers[file.slot() + i] = zero(file, i) ? 0 : registers[file.slot() + i] & few(file, seed);
            }
        }
    }

    /** Small values as often as large ones, so that comparisons go both ways. */
    private static long few(RegisterFile file, long seed) {
        return seed % 2 == 0 ? file.mask() : file.mask() & 3;
    }

    private static boolean zero(RegisterFile file, int index) {
        return file.zero().isPresent() && file.zero().getAsInt() == index;
    }

    /** What the body did, in order, and the registers it left. */
    List<String> run(Stmt body, int locals, long... arguments) {
        Frame frame = new Frame(Arrays.copyOf(arguments, locals));
        End end = frame.run(body);
        events.add(
                switch (end) {
                    case End.Raised r -> "raised " + r.trap().name();
                    case End.Returned r -> "returned " + Arrays.toString(r.values());
                    default -> "ended";
                });
        events.add(Arrays.toString(registers));
        return events;
    }

    private sealed interface End {
        record Returned(long[] values) implements End {}

        record Raised(Trap trap) implements End {}

        record Left(int scope) implements End {}

        record Normal() implements End {}

        End NORMAL = new Normal();
    }

    /** Carries a trap out of an expression. */
    private static final class Trapped extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Trap trap;

        Trapped(Trap trap) {
            super(trap.name(), null, false, false);
            this.trap = trap;
        }
    }

    private final class Frame {
        private final long[] locals;

        Frame(long[] locals) {
            this.locals = locals;
        }

        End run(Stmt s) {
            try {
                return step(s);
            } catch (Trapped t) {
                return new End.Raised(t.trap);
            }
        }

        private End step(Stmt s) {
            switch (s) {
                case Stmt.Block b -> {
                    for (Stmt each : b.statements()) {
                        End end = step(each);
                        if (end != End.NORMAL) {
                            return end;
                        }
                    }
                }
                case Stmt.SetLocal l -> locals[l.slot()] = value(l.value());
                case Stmt.SetPair p -> {
                    long[] both = call(p.function(), p.call().arguments());
                    locals[p.firstSlot()] = both[0];
                    locals[p.secondSlot()] = both[1];
                }
                case Stmt.Compute c -> {
                    long[] both = Operations.apply(c.operation(), c.rules(), values(c.arguments()));
                    locals[c.resultSlot()] = both[0];
                    locals[c.flagsSlot()] = both[1];
                }
                case Stmt.WriteRegister w -> {
                    int index = (int) value(w.index());
                    long value = value(w.value());
                    if (!zero(w.file(), index)) {
                        registers[w.file().slot() + index] = value | w.file().ones();
                    }
                }
                case Stmt.Store t -> {
                    events.add("store " + t.space().name() + t.value().width() + " " + value(t.address()) + " "
                            + value(t.value()));
                    stores++;
                }
                case Stmt.If i -> {
                    return step(value(i.condition()) != 0 ? i.then() : i.otherwise());
                }
                case Stmt.Switch w -> {
                    return step(w.cases().getOrDefault(value(w.selector()), w.otherwise()));
                }
                case Stmt.For f -> {
                    return loop(f);
                }
                case Stmt.Raise r -> {
                    events.add("raise " + r.trap().name() + " " + value(r.value()));
                    throw new Trapped(r.trap());
                }
                case Stmt.Jump j -> events.add("jump " + value(j.target()));
                case Stmt.Return r -> {
                    return new End.Returned(values(r.values()));
                }
                case Stmt.Run r -> call(r.function(), r.arguments());
                case Stmt.RunExtern r -> extern(r.extern(), values(r.arguments()));
                case Stmt.Evaluate e -> value(e.value());
                case Stmt.Tick t -> events.add("tick " + value(t.cycles()));
                case Stmt.Signal g ->
                    events.add(("signal " + g.kind() + " " + values(g.arguments())).replace(" []", ""));
                case Stmt.Scope c -> {
                    End end = step(c.body());
                    return end instanceof End.Left left && left.scope() == c.number() ? End.NORMAL : end;
                }
                case Stmt.Leave l -> {
                    return new End.Left(l.number());
                }
            }
            return End.NORMAL;
        }

        private End loop(Stmt.For f) {
            long to = value(f.to());
            long rounds = 0;
            for (long i = value(f.from()); i <= to && rounds++ < f.max(); i++) {
                locals[f.slot()] = i;
                End end = step(f.body());
                if (end != End.NORMAL) {
                    return end;
                }
            }
            return End.NORMAL;
        }

        private long[] call(Function function, List<Expr> arguments) {
            long[] values = values(arguments);
            Frame inner = new Frame(Arrays.copyOf(values, function.locals()));
            return inner.step(function.body()) instanceof End.Returned r ? r.values() : new long[0];
        }

        /** Changes the registers that it is declared to write. */
        private long extern(Extern extern, long[] arguments) {
            events.add("extern " + extern.name() + Arrays.toString(arguments));
            for (RegisterFile file : model.registers()) {
                if (extern.declaration().writes().contains(file.name())) {
                    registers[file.slot()] = registers[file.slot()] + 1 & file.mask();
                }
            }
            return extern.resultWidth() == 0 ? 0 : events.size() * 31L & Operations.mask(extern.resultWidth());
        }

        private long[] values(List<Expr> all) {
            return all.stream().mapToLong(this::value).toArray();
        }

        private long value(Expr e) {
            return switch (e) {
                case Expr.Const c -> c.value();
                case Expr.OperandValue o -> operands[o.operand()];
                case Expr.Local l -> locals[l.slot()];
                case Expr.Pc p -> 0x1234567890ABCDEFL & Operations.mask(p.width());
                case Expr.Next n -> 0x1234567890ABCDF2L & Operations.mask(n.width());
                case Expr.ReadRegister r -> registers[r.file().slot() + (int) value(r.index())];
                case Expr.Unary u -> Operations.apply(u.op(), u.width(), value(u.value()));
                case Expr.Binary b -> Operations.apply(b.op(), b.left().width(), value(b.left()), value(b.right()));
                case Expr.Extend x -> {
                    long value = value(x.value());
                    yield x.signed()
                            ? Operations.signExtend(value, x.value().width()) & Operations.mask(x.width())
                            : value;
                }
                case Expr.Extract x -> Operations.extract(value(x.value()), x.low(), x.width());
                case Expr.Insert i ->
                    Operations.insert(value(i.value()), i.low(), i.bits().width(), value(i.bits()));
                case Expr.Concat c -> value(c.high()) << c.low().width() | value(c.low());
                case Expr.Select s -> value(value(s.condition()) != 0 ? s.then() : s.otherwise());
                case Expr.Choose c -> value(c.alternatives().get((int) value(c.selector())));
                case Expr.Load l -> load(l);
                case Expr.Call c -> call(c.function(), c.arguments())[0];
                case Expr.ExternCall c -> extern(c.extern(), values(c.arguments()));
                case Expr.After a -> {
                    step(a.statements());
                    yield value(a.value());
                }
            };
        }

        private long load(Expr.Load l) {
            long address = value(l.address());
            events.add("load " + l.space().name() + l.width() + " " + address);
            return new Random(address * 31 + stores).nextLong() & Operations.mask(l.width());
        }
    }
}

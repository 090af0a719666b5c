package dev.vmkit.machine.translate;

import static dev.vmkit.machine.translate.Above.ZEROS;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Stmt;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Writes the statements of one instruction, jumps aside: those are for {@link Flow}. */
final class Statements {
    private final CodeBuilder code;
    private final Registers registers;
    private final Frame frame;
    private final Values values;
    private final SideEffects effects;
    private final Loads loads;
    private final Floats floats;
    private final Map<Integer, Label> scopes = new HashMap<>();
    private Label leave;
    private int jumpVariable = -1;

    /** How many statements are around that may not be executed. */
    private int depth;

    Statements(CodeBuilder code, Registers registers, Values values, SideEffects effects, Floats floats) {
        this.code = code;
        this.registers = registers;
        this.frame = registers.frame();
        this.values = values;
        this.effects = effects;
        this.loads = new Loads(code, values, effects, frame);
        this.floats = floats;
        this.leave = code.newLabel();
    }

    /** Begins an instruction, which may be left by that way. */
    void begin(Label wayOut) {
        leave = wayOut;
        jumpVariable = -1;
        depth = 0;
        loads.begin();
    }

    /** What is written from now on, up to the end of the instruction, may not be executed on every path. */
    void becomeConditional() {
        depth++;
    }

    /** Has jumps set a variable, instead of being somebody else's business. */
    void jumpsSet(int variable) {
        jumpVariable = variable;
    }

    /** An expression without its loads, which are written. */
    Expr moved(Expr e) {
        return loads.moved(e, leave);
    }

    void write(Stmt s) {
        if (s instanceof Stmt.Block b) {
            b.statements().forEach(this::write);
        } else if (isNested(s)) {
            depth++;
            writeOne(s);
            depth--;
        } else {
            writeOne(s);
        }
    }

    /** Whether what is in a statement is not executed on every path. */
    private static boolean isNested(Stmt s) {
        return s instanceof Stmt.If || s instanceof Stmt.Switch || s instanceof Stmt.For || s instanceof Stmt.Scope;
    }

    private void writeOne(Stmt s) {
        switch (s) {
            case Stmt.Block b -> b.statements().forEach(this::write);
            case Stmt.SetLocal l -> {
                values.push(moved(l.value()), ZEROS);
                code.lstore(frame.local(l.slot()));
            }
            case Stmt.Compute c -> floats.compute(c, loads.all(c.arguments(), leave));
            case Stmt.WriteRegister w -> write(w);
            case Stmt.Store t -> {
                Expr address = moved(t.address());
                effects.store(t, address, moved(t.value()), leave);
            }
            case Stmt.If i -> branch(moved(i.condition()), i.then(), i.otherwise());
            case Stmt.Switch w -> choose(w);
            case Stmt.For f -> loop(f);
            case Stmt.Raise r -> effects.raise(new Stmt.Raise(r.trap(), moved(r.value())), leave);
            case Stmt.Jump j -> {
                values.push(moved(j.target()), ZEROS);
                code.lstore(jumpVariable);
            }
            case Stmt.Evaluate e -> moved(e.value());
            case Stmt.Tick t -> {
                values.push(moved(t.cycles()), ZEROS);
                effects.tick();
            }
            case Stmt.Signal g -> effects.signal(g.kind(), loads.all(g.arguments(), leave));
            case Stmt.Scope c -> scope(c);
            case Stmt.Leave l -> code.goto_(Objects.requireNonNull(scopes.get(l.number())));
            case Stmt.RunExtern r -> {
                effects.call(r.extern(), loads.all(r.arguments(), leave));
                code.pop2();
            }
            case Stmt.Return r -> giveBack(r);
            case Stmt.SetPair _, Stmt.Run _ -> throw new IllegalStateException("not for translated code: " + s);
        }
    }

    /** Only functions return to somebody. They give one result at most; without one, where execution goes on. */
    private void giveBack(Stmt.Return r) {
        if (r.values().isEmpty()) {
            code.lload(jumpVariable);
        } else {
            values.push(moved(r.values().getFirst()), ZEROS);
        }
        code.lreturn();
    }

    private void write(Stmt.WriteRegister w) {
        Expr index = moved(w.index());
        Expr value = moved(w.value());
        effects.write(w, () -> write(w, index, value));
    }

    private void write(Stmt.WriteRegister w, Expr index, Expr value) {
        if (index instanceof Expr.Const c) {
            boolean extended = depth == 0
                    && w.file().ones() == 0
                    && value.width() == Long.SIZE
                    && values.ints().isExtended(value);
            registers.write(w.file(), c.value(), () -> pushWritten(w, value));
            registers.setExtended(w.file(), c.value(), extended);
        } else {
            writeIndexed(w, index, value);
        }
    }

    private void pushWritten(Stmt.WriteRegister w, Expr value) {
        values.push(value, ZEROS);
        if (w.file().ones() != 0) {
            code.loadConstant(w.file().ones()).lor();
        }
    }

    /** A write beyond the file is lost, like one to the register that reads 0. */
    private void writeIndexed(Stmt.WriteRegister w, Expr index, Expr value) {
        int at = values.store(index);
        Label lost = code.newLabel();
        w.file()
                .zero()
                .ifPresent(
                        zero -> code.lload(at).loadConstant((long) zero).lcmp().ifeq(lost));
        values.ifWithin(
                w.file(),
                index,
                at,
                () -> {
                    values.pushSlot(w.file(), at);
                    pushWritten(w, value);
                    code.lastore();
                },
                () -> {});
        code.labelBinding(lost);
        registers.knowNothing();
    }

    private void branch(Expr condition, Stmt then, Stmt otherwise) {
        Label no = code.newLabel();
        Label end = code.newLabel();
        values.conditions().jump(condition, false, no);
        write(then);
        code.goto_(end).labelBinding(no);
        write(otherwise);
        code.labelBinding(end);
    }

    private void choose(Stmt.Switch w) {
        Label end = code.newLabel();
        cases(w, this::write, end);
        code.labelBinding(end);
    }

    /** Writes each case by {@code body}; after it, execution goes on at {@code end}. */
    void cases(Stmt.Switch w, Consumer<Stmt> body, Label end) {
        Expr selector = moved(w.selector());
        int chosen = frame.fresh();
        values.push(selector, ZEROS);
        code.lstore(chosen);
        Map<Label, Stmt> bodies = new LinkedHashMap<>();
        w.cases().forEach((value, each) -> {
            Label label = code.newLabel();
            code.lload(chosen).loadConstant((long) value).lcmp().ifeq(label);
            bodies.put(label, each);
        });
        body.accept(w.otherwise());
        code.goto_(end);
        bodies.forEach((label, each) -> {
            code.labelBinding(label);
            body.accept(each);
            code.goto_(end);
        });
    }

    private void loop(Stmt.For f) {
        int last = frame.fresh();
        int i = frame.fresh();
        int rounds = frame.fresh();
        Label head = code.newLabel();
        Label end = code.newLabel();
        values.push(moved(f.from()), ZEROS);
        code.lstore(i);
        values.push(moved(f.to()), ZEROS);
        code.lstore(last).lconst_0().lstore(rounds).labelBinding(head);
        registers.knowNothing(); // a later round begins with what an earlier one wrote
        code.lload(i).lload(last).lcmp().ifgt(end);
        code.lload(rounds).loadConstant(f.max()).lcmp().ifge(end);
        code.lload(i).lstore(frame.local(f.slot()));
        write(f.body());
        code.lload(i).lconst_1().ladd().lstore(i);
        code.lload(rounds).lconst_1().ladd().lstore(rounds);
        code.goto_(head).labelBinding(end);
    }

    private void scope(Stmt.Scope c) {
        Label end = code.newLabel();
        scopes.put(c.number(), end);
        write(c.body());
        code.labelBinding(end);
    }
}

package dev.vmkit.machine.translate;

import static dev.vmkit.machine.translate.Above.ZEROS;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.IrWalker;
import dev.vmkit.language.ir.Stmt;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes how execution goes on after a block. Where the jumps of its last instruction are the last thing they do, each path
 * goes straight to its target; otherwise a variable keeps the target until the instruction has ended.
 */
final class Flow {
    private final CodeBuilder code;
    private final Plan plan;
    private final Map<Long, Label> labels;
    private final Values values;
    private final Statements statements;
    private final Exits exits;
    private final Entrance entrance;
    private final Counts counts;
    private final Frame frame;

    /** The addresses of the blocks that are written, this one among them. */
    private final Set<Long> behind = new HashSet<>();

    private final Predicate<Object> certain;
    private @Nullable Block uncounted;
    private long start;
    private @Nullable Label again;
    private GuestInstruction jump;

    Flow(
            CodeBuilder code,
            Plan plan,
            Map<Long, Label> labels,
            Values values,
            Statements statements,
            Exits exits,
            Entrance entrance,
            Counts counts,
            Frame frame,
            Predicate<Object> certain) {
        this.code = code;
        this.plan = plan;
        this.labels = labels;
        this.values = values;
        this.statements = statements;
        this.exits = exits;
        this.entrance = entrance;
        this.counts = counts;
        this.frame = frame;
        this.certain = certain;
        this.jump = plan.heads().getFirst().last();
    }

    /** Writes the last instruction of a block, and where execution goes on after it. */
    void end(Block block) {
        end(block, Objects.requireNonNull(labels.get(block.pc())));
    }

    /** The same, where a jump to the block itself leads to {@code another}, the next round of a loop. */
    void end(Block block, Label another) {
        GuestInstruction last = block.last();
        behind.add(block.pc());
        start = block.pc();
        again = another;
        jump = last;
        uncounted = block;
        if (!Restart.isNeeded(last.body(), certain)) {
            counts.whole(block);
            uncounted = null;
        }
        if (!last.jumps()) {
            statements.write(last.body());
            go(new Expr.Const(Long.SIZE, last.next()));
        } else if (isTail(last.body())) {
            statements.becomeConditional();
            tail(List.of(last.body()), new Expr.Const(Long.SIZE, last.next()), new HashSet<>());
        } else {
            late(last);
        }
    }

    /** Goes on at an address, known or computed. */
    private void go(Expr target) {
        if (uncounted != null) {
            counts.whole(uncounted);
        }
        if (target instanceof Expr.Const c) {
            code.goto_(at(c.value()));
        } else {
            values.push(target, ZEROS);
            code.lstore(frame.target);
            anywhere();
        }
    }

    /** Where execution goes on for an address: in the region if it holds that block. */
    private Label at(long pc) {
        Label inside = again != null && pc == start ? again : labels.get(pc);
        if (inside != null) {
            return inside;
        }
        return plan.unknown().contains(pc) ? exits.interpretedAt(pc) : exits.to(pc);
    }

    /** Goes to the address in the target variable: it is likely to be one of some. */
    private void anywhere() {
        List<Long> likely = new ArrayList<>(jump.likely());
        likely.addAll(plan.guessed(jump));
        for (long pc : likely) {
            code.lload(frame.target).loadConstant(pc).lcmp().ifeq(at(pc));
        }
        code.goto_(entrance.label());
    }

    /** The instruction first, then its jump. */
    private void late(GuestInstruction last) {
        code.loadConstant(last.next()).lstore(frame.target);
        statements.jumpsSet(frame.target);
        statements.write(last.body());
        if (uncounted != null) {
            counts.whole(uncounted);
        }
        if (last.falls()) {
            code.lload(frame.target).loadConstant(last.next()).lcmp().ifeq(at(last.next()));
        }
        for (long target : last.targets()) {
            code.lload(frame.target).loadConstant(target).lcmp().ifeq(at(target));
        }
        anywhere();
    }

    /** Writes statements of which the last one ends the instruction; {@code target} is where execution goes on then. */
    private void tail(List<Stmt> some, Expr target, Set<Integer> scopes) {
        Expr goesTo = target;
        for (Stmt s : some.subList(0, Math.max(0, some.size() - 1))) {
            switch (s) {
                case Stmt.Jump j -> goesTo = kept(statements.moved(j.target()));
                case Stmt.Leave _, Stmt.Raise _ -> {
                    last(s, goesTo, scopes);
                    return;
                }
                default -> statements.write(s);
            }
        }
        if (some.isEmpty()) {
            go(goesTo);
        } else {
            last(some.getLast(), goesTo, scopes);
        }
    }

    private void last(Stmt s, Expr target, Set<Integer> scopes) {
        switch (s) {
            case Stmt.Jump j -> go(statements.moved(j.target()));
            case Stmt.Block b -> tail(b.statements(), target, scopes);
            case Stmt.Scope c -> {
                scopes.add(c.number());
                tail(List.of(c.body()), target, scopes);
            }
            case Stmt.If f -> branch(f, target, scopes);
            case Stmt.Switch w -> {
                Label unused = code.newLabel();
                statements.cases(w, each -> tail(List.of(each), target, scopes), unused);
                code.labelBinding(unused);
            }
            case Stmt.Leave l when scopes.contains(l.number()) -> go(target);
            case Stmt.Raise r -> statements.write(r);
            default -> {
                statements.write(s);
                go(target);
            }
        }
    }

    private Expr kept(Expr target) {
        if (target instanceof Expr.Const) {
            return target;
        }
        values.push(target, ZEROS);
        code.lstore(frame.target);
        return new Expr.Local(Frame.TARGET_SLOT, Long.SIZE, "target");
    }

    /**
     * Jumps back are never conditional: at a jump back HotSpot can stop the thread, and it would keep the result of the
     * comparison in every round in case it does.
     */
    private void branch(Stmt.If f, Expr target, Set<Integer> scopes) {
        Expr condition = statements.moved(f.condition());
        Long straight = uncounted == null ? constantJump(f.then()) : null;
        if (straight != null && !behind.contains(straight)) {
            values.conditions().jump(condition, true, at(straight));
        } else {
            Label no = code.newLabel();
            values.conditions().jump(condition, false, no);
            tail(List.of(f.then()), target, scopes);
            code.labelBinding(no);
        }
        tail(List.of(f.otherwise()), target, scopes);
    }

    /** The target, if all that a statement does is to jump there. */
    private static @Nullable Long constantJump(Stmt s) {
        return switch (s) {
            case Stmt.Jump j when j.target() instanceof Expr.Const c -> c.value();
            case Stmt.Block b
            when b.statements().size() == 1 -> constantJump(b.statements().getFirst());
            default -> null;
        };
    }

    /** Whether jumps in it, and ends of scopes with jumps, come last on their paths, or plainly one after another. */
    private static boolean isTail(Stmt s) {
        return isTail(List.of(s));
    }

    private static boolean isTail(List<Stmt> some) {
        for (int i = 0; i < some.size(); i++) {
            Stmt s = some.get(i);
            boolean last = i == some.size() - 1;
            boolean fine = switch (s) {
                case Stmt.Jump _, Stmt.Leave _, Stmt.Raise _ -> true;
                case Stmt.Block b when last -> isTail(b.statements());
                case Stmt.Scope c when last -> isTail(List.of(c.body()));
                case Stmt.If f when last -> isTail(List.of(f.then())) && isTail(List.of(f.otherwise()));
                case Stmt.Switch w
                when last ->
                    isTail(List.of(w.otherwise()))
                            && w.cases().values().stream().allMatch(each -> isTail(List.of(each)));
                default -> !Ends.in(s);
            };
            if (!fine) {
                return false;
            }
        }
        return true;
    }

    /** Looks for jumps, and for ends of scopes that lie outside. */
    private static final class Ends extends IrWalker {
        private final Set<Integer> inner = new HashSet<>();
        private boolean found;

        static boolean in(Stmt s) {
            Ends walk = new Ends();
            walk.visit(s);
            return walk.found;
        }

        @Override
        public void visit(Stmt s) {
            if (s instanceof Stmt.Scope c) {
                inner.add(c.number());
            }
            found |= s instanceof Stmt.Jump || s instanceof Stmt.Leave l && !inner.contains(l.number());
            super.visit(s);
        }
    }
}

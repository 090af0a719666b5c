package dev.vmkit.layers.hypervisor;

import dev.vmkit.language.ir.Effects;
import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Extern;
import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.IrWalker;
import dev.vmkit.language.ir.Rewriter;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.ir.Trap;
import java.util.List;
import java.util.function.Consumer;

/**
 * Puts a trap in place of every statement that would reach beyond registers and memory: clocks, counters, devices, waiting
 * and halting are the monitor's business.
 */
final class Confinement extends Rewriter {
    /** The extern that asks where an address leads: a question to the shadow tables. */
    private static final String PHYSICAL = "physical";

    /** The extern by which a monitor further out remembers where an instruction began. */
    static final String BEGIN = "begin instruction";

    private final Stmt callout;
    private final Extern forget;

    /**
     * A rewriter.
     *
     * @param forget told before cached translations are dropped
     */
    Confinement(Trap callout, Extern forget) {
        this.callout = new Stmt.Raise(callout, new Expr.Const(Long.SIZE, 0));
        this.forget = forget;
    }

    /** An instruction that does nothing but raise the trap. */
    Instruction callout(Instruction i) {
        return new Instruction(i.form(), i.where(), callout, 0, Effects.of(callout));
    }

    @Override
    protected Stmt rewritten(Stmt s) {
        return switch (s) {
            case Stmt.Signal g -> signal(g);
            case Stmt.RunExtern r when r.extern().name().equals(BEGIN) -> Stmt.Block.EMPTY;
            case Stmt.RunExtern r when !isAnswered(r.extern()) -> callout;
            case Stmt.If i when reaches(i.condition()) -> callout;
            case Stmt.Switch w when reaches(w.selector()) -> callout;
            case Stmt.For f when reaches(f.from()) || reaches(f.to()) -> callout;
            case Stmt.Block _, Stmt.If _, Stmt.Switch _, Stmt.For _, Stmt.Scope _ -> super.rewritten(s);
            default -> reaches(walker -> walker.visit(s)) ? callout : super.rewritten(s);
        };
    }

    private Stmt signal(Stmt.Signal g) {
        return switch (g.kind()) {
            case WAIT, HALT -> callout;
            case FLUSH, FLUSH_ADDRESS ->
                new Stmt.Block(List.of(new Stmt.RunExtern(forget, List.of()), super.rewritten((Stmt) g)));
            case FENCE, HOLDS -> super.rewritten((Stmt) g);
        };
    }

    /** Whether an extern is one that asks where an address leads, so that it may miss. */
    static boolean isAnswered(Extern extern) {
        return extern.name().equals(PHYSICAL);
    }

    private static boolean reaches(Expr e) {
        return reaches(walker -> walker.visit(e));
    }

    private static boolean reaches(Consumer<IrWalker> visit) {
        Search search = new Search();
        visit.accept(search);
        return search.found;
    }

    /** Finds calls of externs that are not answered by memory alone. */
    private static final class Search extends IrWalker {
        private boolean found;

        @Override
        public void visit(Expr e) {
            found |= e instanceof Expr.ExternCall c && !isAnswered(c.extern());
            super.visit(e);
        }
    }
}

package dev.vmkit.layers.witness;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.IrWalker;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.isa.RegisterFile;
import java.util.LinkedHashSet;
import java.util.Set;

/** The registers that an inlined body reads or writes by number; those that operands name are not among them. */
final class Mentions extends IrWalker {
    /** Of files with more registers than this, operands say which ones matter. */
    private static final int FEW = 8;

    private final Set<String> names = new LinkedHashSet<>();

    private Mentions() {}

    static Set<String> of(Stmt body) {
        Mentions mentions = new Mentions();
        mentions.visit(body);
        return mentions.names;
    }

    @Override
    public void visit(Expr e) {
        super.visit(e);
        if (e instanceof Expr.ReadRegister r) {
            mention(r.file(), r.index());
        }
    }

    @Override
    public void visit(Stmt s) {
        super.visit(s);
        if (s instanceof Stmt.WriteRegister w) {
            mention(w.file(), w.index());
        }
    }

    private void mention(RegisterFile file, Expr index) {
        if (file.isPc()) {
            return;
        }
        if (file.count() == 1) {
            names.add(file.name());
        } else if (index instanceof Expr.Const c) {
            names.add(file.names().get((int) Math.min(c.value(), file.count() - 1)));
        } else if (file.count() <= FEW) {
            names.addAll(file.names());
        }
    }
}

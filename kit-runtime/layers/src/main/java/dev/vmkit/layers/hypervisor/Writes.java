package dev.vmkit.layers.hypervisor;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Function;
import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.IrWalker;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.isa.RegisterFile;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What an instruction may change, memory aside.
 *
 * @param bits those of each register file that may be others afterwards
 * @param signals what it may tell the processor
 */
record Writes(Map<RegisterFile, Long> bits, Set<Stmt.Signal.Kind> signals) {

    /** Those of an instruction and of what it calls. */
    static Writes of(Instruction instruction) {
        Search search = new Search();
        search.visit(instruction.body());
        return new Writes(Map.copyOf(search.bits), Set.copyOf(search.signals));
    }

    /** Goes through a body and what it calls. */
    private static final class Search extends IrWalker {
        private final Set<Function> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        private final Map<RegisterFile, Long> bits = new HashMap<>();
        private final Set<Stmt.Signal.Kind> signals = EnumSet.noneOf(Stmt.Signal.Kind.class);

        private void visit(Function function) {
            if (seen.add(function)) {
                visit(function.body());
            }
        }

        @Override
        public void visit(Stmt s) {
            switch (s) {
                case Stmt.WriteRegister w -> bits.merge(w.file(), written(w), (a, b) -> a | b);
                case Stmt.Signal g -> signals.add(g.kind());
                case Stmt.Run r -> visit(r.function());
                case Stmt.SetPair p -> visit(p.function());
                default -> {}
            }
            super.visit(s);
        }

        @Override
        public void visit(Expr e) {
            if (e instanceof Expr.Call c) {
                visit(c.function());
            }
            super.visit(e);
        }
    }

    /** The bits of a register that may be others after a write. */
    private static long written(Stmt.WriteRegister w) {
        long bits = 0;
        Expr value = w.value();
        while (value instanceof Expr.Insert i) {
            bits |= -1L >>> (64 - i.bits().width()) << i.low();
            value = i.value();
        }
        return isSame(w.file(), w.index(), value) ? bits : w.file().mask();
    }

    private static boolean isSame(RegisterFile file, Expr index, Expr value) {
        return value instanceof Expr.ReadRegister r
                && r.file().equals(file)
                && r.index().equals(index);
    }
}

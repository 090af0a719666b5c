package dev.vmkit.machine.execute;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Function;
import dev.vmkit.language.ir.IrWalker;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.ir.Operations;
import dev.vmkit.language.ir.Specialiser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which bits of which registers functions read, by the name of the register file. */
public final class BitsRead extends IrWalker {
    private final Map<String, Long> bits = new HashMap<>();

    private BitsRead() {}

    /** Those on which it depends which interrupts an instruction set takes. */
    public static Map<String, Long> decidingInterrupts(Isa isa) {
        return by(Stream.of(isa.pending(), isa.due()).flatMap(Optional::stream).toList());
    }

    static Map<String, Long> by(List<Function> functions) {
        BitsRead walk = new BitsRead();
        functions.forEach(function -> walk.visit(Specialiser.inline(function).body()));
        return walk.bits;
    }

    @Override
    public void visit(Expr e) {
        if (e instanceof Expr.Extract x && x.value() instanceof Expr.ReadRegister r) {
            add(r, Operations.mask(x.width()) << x.low());
        } else if (e instanceof Expr.ReadRegister r) {
            add(r, r.file().mask());
        } else {
            super.visit(e);
        }
    }

    private void add(Expr.ReadRegister read, long some) {
        bits.merge(read.file().name(), some, (a, b) -> a | b);
        visit(read.index());
    }
}

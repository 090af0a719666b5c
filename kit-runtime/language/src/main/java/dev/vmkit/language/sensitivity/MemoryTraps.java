package dev.vmkit.language.sensitivity;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Function;
import dev.vmkit.language.ir.IrWalker;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.isa.Space;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The traps of accesses to memory: those that translation and protection raise, and those for where nothing is. */
public final class MemoryTraps extends IrWalker {
    private final Set<String> traps = new LinkedHashSet<>();
    private final Set<String> seen = new LinkedHashSet<>();

    private MemoryTraps() {}

    /** Their names. */
    public static Set<String> of(Isa isa) {
        MemoryTraps found = new MemoryTraps();
        for (Space space : isa.model().spaces().values()) {
            found.traps.addAll(space.faults().values());
            Stream.of(space.translate(), space.guard())
                    .flatMap(Optional::stream)
                    .map(isa.functions()::get)
                    .filter(Objects::nonNull)
                    .forEach(found::enter);
        }
        return found.traps;
    }

    private void enter(Function function) {
        if (seen.add(function.name())) {
            visit(function.body());
        }
    }

    @Override
    public void visit(Stmt s) {
        super.visit(s);
        switch (s) {
            case Stmt.Raise r -> traps.add(r.trap().name());
            case Stmt.Run r -> enter(r.function());
            default -> {}
        }
    }

    @Override
    public void visit(Expr e) {
        super.visit(e);
        if (e instanceof Expr.Call c) {
            enter(c.function());
        }
    }
}

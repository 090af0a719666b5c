package dev.vmkit.machine.execute;

import dev.vmkit.language.ir.Expr;
import dev.vmkit.language.ir.Function;
import dev.vmkit.language.ir.Known;
import dev.vmkit.language.ir.Purity;
import dev.vmkit.language.ir.Specialiser;
import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.machine.memory.Access;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds out that a definition's translation does nothing while registers are as they are: with what they hold put in, its
 * functions fold to "the same address" and "yes".
 */
final class Identity {
    private final Known registers;

    private Identity(long[] slots) {
        this.registers = new Known() {
            @Override
            public OptionalLong register(RegisterFile file, Expr index) {
                return index instanceof Expr.Const c && Long.compareUnsigned(c.value(), file.count()) < 0
                        ? OptionalLong.of(slots[file.slot() + (int) c.value()])
                        : any(file, slots);
            }
        };
    }

    /** What a register of the file holds if all hold the same. */
    private static OptionalLong any(RegisterFile file, long[] slots) {
        long first = slots[file.slot()];
        for (int i = 1; i < file.count(); i++) {
            if (slots[file.slot() + i] != first) {
                return OptionalLong.empty();
            }
        }
        return OptionalLong.of(first);
    }

    /** Whether loads and stores go where their address says, and nothing forbids any. */
    static boolean holds(@Nullable Function translate, @Nullable Function guard, long[] registers) {
        Identity identity = new Identity(registers);
        return identity.holds(translate, Identity::isFirstArgument) && identity.holds(guard, Identity::isTrue);
    }

    private boolean holds(@Nullable Function function, Predicate<Expr> result) {
        return function == null || always(function, Access.LOAD, result) && always(function, Access.STORE, result);
    }

    private boolean always(Function function, Access access, Predicate<Expr> result) {
        Map<Integer, Long> arguments = Map.of(1, (long) access.ordinal());
        return gives(Specialiser.inline(function, arguments, registers).body(), result);
    }

    /** Whether the statement returns such a value, and does nothing else that anybody could notice. */
    private static boolean gives(Stmt s, Predicate<Expr> result) {
        return switch (s) {
            case Stmt.Return r -> r.values().stream().allMatch(result);
            case Stmt.Block b -> givesAtItsEnd(b.statements(), result);
            default -> false;
        };
    }

    private static boolean givesAtItsEnd(List<Stmt> statements, Predicate<Expr> result) {
        return !statements.isEmpty()
                && gives(statements.getLast(), result)
                && statements.subList(0, statements.size() - 1).stream().allMatch(Identity::isHarmless);
    }

    private static boolean isHarmless(Stmt s) {
        return switch (s) {
            case Stmt.SetLocal l -> l.slot() != 0 && Purity.isPure(l.value());
            case Stmt.Block b -> b.statements().stream().allMatch(Identity::isHarmless);
            case Stmt.For f -> isHarmless(f.body()) && Purity.isPure(f.from()) && Purity.isPure(f.to());
            default -> false;
        };
    }

    private static boolean isFirstArgument(Expr e) {
        return e instanceof Expr.Local l && l.slot() == 0
                || e instanceof Expr.Extend x && !x.signed() && isFirstArgument(x.value());
    }

    private static boolean isTrue(Expr e) {
        return e instanceof Expr.Const c && c.value() == 1;
    }
}

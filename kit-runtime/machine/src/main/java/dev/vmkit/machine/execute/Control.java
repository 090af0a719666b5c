package dev.vmkit.machine.execute;

import static dev.vmkit.machine.execute.Action.DONE;
import static dev.vmkit.machine.execute.Action.RETURNED;

import dev.vmkit.language.ir.Stmt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Closures for the order in which statements run. */
final class Control {
    private Control() {}

    static Action block(List<Action> statements) {
        return switch (statements.size()) {
            case 0 -> Action.NOTHING;
            case 1 -> statements.getFirst();
            case 2 -> pair(statements.getFirst(), statements.getLast());
            default -> sequence(statements.toArray(Action[]::new));
        };
    }

    private static Action pair(Action first, Action second) {
        return f -> {
            int end = first.run(f);
            return end == DONE ? second.run(f) : end;
        };
    }

    private static Action sequence(Action[] statements) {
        return f -> {
            for (Action each : statements) {
                int end = each.run(f);
                if (end != DONE) {
                    return end;
                }
            }
            return DONE;
        };
    }

    static Action branch(Value condition, Action then, Action otherwise) {
        return f -> condition.get(f) != 0 ? then.run(f) : otherwise.run(f);
    }

    static Action choose(Value selector, Map<Long, Action> cases, Action otherwise) {
        Map<Long, Action> byValue = new HashMap<>(cases);
        return f -> byValue.getOrDefault(selector.get(f), otherwise).run(f);
    }

    static Action loop(Stmt.For loop, Value from, Value to, Action body) {
        int slot = loop.slot();
        long max = loop.max();
        return f -> {
            long i = from.get(f);
            long last = to.get(f);
            for (long rounds = 0; i <= last && rounds < max; rounds++, i++) {
                f.locals[slot] = i;
                int end = body.run(f);
                if (end != DONE) {
                    return end;
                }
            }
            return DONE;
        };
    }

    static Action scope(int number, Action body) {
        return f -> {
            int end = body.run(f);
            return end == number ? DONE : end;
        };
    }

    static Action leave(int number) {
        return f -> number;
    }

    static Action jump(Value target) {
        return f -> {
            f.next = target.get(f);
            return DONE;
        };
    }

    static Action setLocal(int slot, Value value) {
        return f -> {
            f.locals[slot] = value.get(f);
            return DONE;
        };
    }

    /** Only hooks return to somebody: what an instruction calls is inlined. They give one result at most. */
    static Action giveBack(List<Value> values) {
        if (values.isEmpty()) {
            return f -> RETURNED;
        }
        Value result = values.getFirst();
        return f -> {
            f.result = result.get(f);
            return RETURNED;
        };
    }
}

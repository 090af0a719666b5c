package dev.vmkit.testkit.local;

import dev.vmkit.layers.schedule.DispatchListener;
import dev.vmkit.testkit.subject.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Notes whom a policy picked, by name. */
final class Picks implements DispatchListener {
    private final IntFunction<String> names;
    private final boolean wanted;
    private final List<String> all = new ArrayList<>();

    Picks(boolean wanted, IntFunction<String> names) {
        this.wanted = wanted;
        this.names = names;
    }

    @Override
    public void picked(long now, int cpu, int task, long slice) {
        if (wanted && all.size() < Answer.Ran.MOST_PICKS) {
            all.add(names.apply(task));
        }
    }

    List<String> all() {
        return all;
    }
}

package dev.vmkit.testkit.differential;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs scenarios on two engines, side by side, and looks at both after every slice. */
final class Comparison {
    private static final int MOST_SLICES = 20_000;

    /** Memory is looked at after every so many slices, and at the end. */
    private static final int MEMORY_EVERY = 16;

    private final Isa isa;
    private final Engine.Factory reference;
    private final Engine.Factory tested;
    private long instructions;
    private long looks;

    Comparison(Isa isa, Engine.Factory reference, Engine.Factory tested) {
        this.isa = isa;
        this.reference = reference;
        this.tested = tested;
    }

    /** Instructions that the first engine has executed so far. */
    long instructions() {
        return instructions;
    }

    /** How often both states have been compared so far. */
    long looks() {
        return looks;
    }

    /** The first slice after which the engines differ, if there is one; all of that slice is then {@code within}. */
    Optional<Divergence> run(Scenario scenario) {
        return run(scenario, MEMORY_EVERY).map(late -> run(scenario, 1).orElse(late));
    }

    private Optional<Divergence> run(Scenario scenario, int memoryEvery) {
        Pair pair = new Pair(scenario);
        for (int slice = 0; !pair.expected.done() && slice < MOST_SLICES; slice++) {
            long before = pair.expected.hart().retired();
            List<Difference> found = pair.step(slice, Long.MAX_VALUE, slice % memoryEvery == 0);
            if (!found.isEmpty()) {
                long within = Math.max(1, pair.expected.hart().retired() - before);
                return Optional.of(new Divergence(slice, within, before, 0, found));
            }
        }
        instructions += pair.expected.hart().retired();
        return Optional.empty();
    }

    /** The same divergence after as few instructions of its slice as show it; runs everything again for each try. */
    Divergence narrow(Scenario scenario, Divergence wide) {
        long equal = 0;
        Divergence found = wide;
        while (equal + 1 < found.within()) {
            long middle = (equal + found.within()) >>> 1;
            Optional<Divergence> earlier = again(scenario, wide.slice(), middle);
            if (earlier.isPresent()) {
                found = earlier.get();
            } else {
                equal = middle;
            }
        }
        return new Divergence(found.slice(), found.within(), found.before(), pc(scenario, found), found.differences());
    }

    private Optional<Divergence> again(Scenario scenario, int last, long within) {
        Pair pair = new Pair(scenario);
        for (int slice = 0; slice < last; slice++) {
            pair.step(slice, Long.MAX_VALUE, false);
        }
        long before = pair.expected.hart().retired();
        List<Difference> found = pair.step(last, within, true);
        return found.isEmpty() ? Optional.empty() : Optional.of(new Divergence(last, within, before, 0, found));
    }

    private long pc(Scenario scenario, Divergence found) {
        Subject alone = new Subject(isa, scenario, reference);
        for (int slice = 0; slice < found.slice(); slice++) {
            Outcome.of(alone, slice, Long.MAX_VALUE);
        }
        if (found.within() > 1) {
            Outcome.of(alone, found.slice(), found.within() - 1);
        }
        return alone.hart().state().pc();
    }

    /** Two harts that have done the same so far. */
    private final class Pair {
        private final Subject expected;
        private final Subject actual;

        Pair(Scenario scenario) {
            expected = new Subject(isa, scenario, reference);
            actual = new Subject(isa, scenario, tested);
        }

        /** Runs a slice on both; how they differ then. */
        List<Difference> step(int slice, long most, boolean memory) {
            looks++;
            Outcome a = Outcome.of(expected, slice, most);
            Outcome b = Outcome.of(actual, slice, most);
            List<Difference> found = new ArrayList<>();
            if (!a.equals(b) || a.stop() == null) {
                found.add(new Difference("the run ends by", a.toString(), b.toString()));
            }
            found.addAll(Difference.between(expected, actual, memory || !found.isEmpty() || expected.done()));
            return found;
        }
    }

    /** How a run ended: by a stop, or by an exception, which is always a fault. */
    private record Outcome(@Nullable Stop stop, @Nullable Throwable thrown) {
        static Outcome of(Subject subject, int slice, long most) {
            try {
                return new Outcome(subject.run(slice, most), null);
            } catch (RuntimeException | LinkageError | StackOverflowError fault) { // whatever an engine gets wrong
                return new Outcome(null, fault);
            }
        }

        @Override
        public String toString() {
            return stop != null ? stop.toString() : String.valueOf(thrown);
        }
    }
}

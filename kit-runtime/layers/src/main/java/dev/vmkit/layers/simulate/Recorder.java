package dev.vmkit.layers.simulate;

import dev.vmkit.layers.schedule.DispatchListener;
import dev.vmkit.layers.schedule.PolicyFault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes down what happens in a run. */
public final class Recorder implements DispatchListener {
    private static final int MOST_NOTES = 10_000;

    private final List<History.Stint> stints = new ArrayList<>();
    private final Map<Integer, History.Stint> open = new HashMap<>();
    private final List<History.Pick> picks = new ArrayList<>();
    private final List<History.Mark> marks = new ArrayList<>();
    private final List<History.Note> notes = new ArrayList<>();

    @Override
    public void picked(long now, int cpu, int task, long slice) {
        picks.add(new History.Pick(now, cpu, task, slice));
    }

    @Override
    public void ran(int cpu, int task, long from, long to) {
        History.Stint last = open.get(cpu);
        boolean goesOn = last != null && last.task() == task && last.to() == from;
        if (last != null && !goesOn) {
            stints.add(last);
        }
        open.put(cpu, new History.Stint(cpu, task, goesOn && last != null ? last.from() : from, to));
    }

    @Override
    public void note(long now, String text) {
        if (notes.size() < MOST_NOTES) {
            notes.add(new History.Note(now, text.length() > 200 ? text.substring(0, 200) : text));
        }
    }

    void mark(long now, int task, History.What what) {
        marks.add(new History.Mark(now, task, what));
    }

    History history(Workload workload, String policy, long end, Optional<PolicyFault> fault, History.Ending ending) {
        List<History.Stint> all = new ArrayList<>(stints);
        all.addAll(open.values());
        all.sort(Comparator.comparingLong(History.Stint::from).thenComparingInt(History.Stint::cpu));
        return new History(workload, policy, end, all, picks, marks, notes, fault, ending);
    }
}

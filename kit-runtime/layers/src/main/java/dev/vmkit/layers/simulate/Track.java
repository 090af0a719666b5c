package dev.vmkit.layers.simulate;

import dev.vmkit.layers.simulate.History.Mark;
import dev.vmkit.layers.simulate.History.Stint;
import dev.vmkit.layers.simulate.History.What;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a history says of one job: when it ran and where, and what became of it, in order of time. */
record Track(List<Stint> stints, List<Mark> marks) {

    /** Every job's, by its task; sorted out once, as a history may be long. */
    static Map<Integer, Track> of(History history) {
        Map<Integer, Track> tracks = new HashMap<>();
        history.workload().jobs().forEach(job -> tracks.put(job.id(), empty()));
        history.stints().forEach(stint -> track(tracks, stint.task()).stints.add(stint));
        history.marks().forEach(mark -> track(tracks, mark.task()).marks.add(mark));
        return tracks;
    }

    private static Track track(Map<Integer, Track> tracks, int task) {
        return tracks.computeIfAbsent(task, _ -> empty());
    }

    private static Track empty() {
        return new Track(new ArrayList<>(), new ArrayList<>());
    }

    List<Long> times(What what) {
        return marks.stream().filter(mark -> mark.what() == what).map(Mark::now).toList();
    }

    Optional<Long> exit() {
        return times(What.EXITED).stream().findFirst();
    }

    long ran() {
        return stints.stream().mapToLong(Stint::time).sum();
    }

    /** What it ran between two times. */
    long got(long from, long to) {
        return stints.stream().mapToLong(stint -> stint.within(from, to)).sum();
    }
}

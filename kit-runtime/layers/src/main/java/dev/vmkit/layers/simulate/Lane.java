package dev.vmkit.layers.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One job's way through a history.
 *
 * @param pieces what it did when, without gaps from its arrival to its end
 */
public record Lane(Job job, List<Piece> pieces) {
    /** Of a piece in which the job runs nowhere. */
    public static final int NOWHERE = -1;

    public Lane {
        pieces = List.copyOf(pieces);
    }

    /** What a job does. */
    public enum State {
        RUNS,
        SPINS,
        WAITS,
        PAUSES
    }

    /** The job does this from one time to another; on that processor if it runs. */
    public record Piece(long from, long to, State state, int cpu) {}

    /** The lanes of all jobs, in their order. */
    public static List<Lane> of(History history) {
        return history.workload().jobs().stream()
                .map(job -> new Lane(job, pieces(history, job)))
                .toList();
    }

    private static List<Piece> pieces(History history, Job job) {
        List<Piece> pieces = new ArrayList<>();
        long exit = history.exit(job.id()).orElse(history.end());
        List<Long> spins = history.times(job.id(), History.What.SPINS);
        List<Long> goesOn = history.times(job.id(), History.What.GOES_ON);
        Sweep.through(history, (from, to, there, running) -> {
            if (from >= job.arrives() && to <= exit) {
                add(pieces, piece(job.id(), from, to, there, running, spinning(from, spins, goesOn)));
            }
        });
        return pieces;
    }

    private static boolean spinning(long now, List<Long> spins, List<Long> goesOn) {
        return spins.stream().filter(time -> time <= now).count()
                > goesOn.stream().filter(time -> time <= now).count();
    }

    private static Piece piece(
            int task, long from, long to, Set<Integer> there, Map<Integer, Integer> running, boolean spins) {
        Integer cpu = running.get(task);
        if (cpu != null) {
            return new Piece(from, to, spins ? State.SPINS : State.RUNS, cpu);
        }
        return new Piece(from, to, there.contains(task) ? State.WAITS : State.PAUSES, NOWHERE);
    }

    private static void add(List<Piece> pieces, Piece next) {
        Piece last = pieces.isEmpty() ? null : pieces.getLast();
        if (last != null && last.state() == next.state() && last.cpu() == next.cpu() && last.to() == next.from()) {
            pieces.set(pieces.size() - 1, new Piece(last.from(), next.to(), next.state(), next.cpu()));
        } else {
            pieces.add(next);
        }
    }
}

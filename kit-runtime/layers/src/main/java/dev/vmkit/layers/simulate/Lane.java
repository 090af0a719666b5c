package dev.vmkit.layers.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        Map<Integer, Track> tracks = Track.of(history);
        List<Growing> lanes = history.workload().jobs().stream()
                .map(job -> new Growing(job, Objects.requireNonNull(tracks.get(job.id())), history.end()))
                .toList();
        Sweep.through(
                history, (from, to, there, running) -> lanes.forEach(lane -> lane.grow(from, to, there, running)));
        return lanes.stream().map(lane -> new Lane(lane.job, lane.pieces)).toList();
    }

    /** A lane that pieces are added to. */
    private static final class Growing {
        private final Job job;
        private final long exit;
        private final List<Long> spins;
        private final List<Long> goesOn;
        private final List<Piece> pieces = new ArrayList<>();

        private Growing(Job job, Track track, long end) {
            this.job = job;
            this.exit = track.exit().orElse(end);
            this.spins = track.times(History.What.SPINS);
            this.goesOn = track.times(History.What.GOES_ON);
        }

        private void grow(long from, long to, Set<Integer> there, Map<Integer, Integer> running) {
            if (from >= job.arrives() && to <= exit) {
                add(pieces, piece(from, to, there, running));
            }
        }

        private Piece piece(long from, long to, Set<Integer> there, Map<Integer, Integer> running) {
            Integer cpu = running.get(job.id());
            if (cpu != null) {
                return new Piece(from, to, spinning(from) ? State.SPINS : State.RUNS, cpu);
            }
            return new Piece(from, to, there.contains(job.id()) ? State.WAITS : State.PAUSES, NOWHERE);
        }

        private boolean spinning(long now) {
            return spins.stream().filter(time -> time <= now).count()
                    > goesOn.stream().filter(time -> time <= now).count();
        }
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

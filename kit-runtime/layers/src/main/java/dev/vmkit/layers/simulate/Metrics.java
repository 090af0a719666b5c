package dev.vmkit.layers.simulate;

import dev.vmkit.layers.simulate.History.Stint;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * How well a run went: whole numbers, in units of virtual time.
 *
 * @param busy time that processors ran tasks, all together
 * @param idleThough time that a processor idled although a task that may run there waited
 * @param switches times that a processor ran another task than before
 * @param jain Jain's index of what jobs got by weight while all were there, in ten-thousandths; 10000 is even
 */
public record Metrics(
        String policy,
        int cpus,
        long end,
        List<JobMetrics> jobs,
        long busy,
        long idleThough,
        long switches,
        OptionalLong jain) {

    public Metrics {
        jobs = List.copyOf(jobs);
    }

    /** The metrics of a run. */
    public static Metrics of(History history) {
        Map<Integer, Track> tracks = Track.of(history);
        Accounts accounts = Accounts.of(history, tracks);
        List<Job> jobs = history.workload().jobs();
        return new Metrics(
                history.policy(),
                history.workload().cpus(),
                history.end(),
                accounts.metrics(),
                history.stints().stream().mapToLong(Stint::time).sum(),
                accounts.idleThough(),
                switches(history),
                jain(history, tracks));
    }

    private static long switches(History history) {
        Map<Integer, Integer> last = new HashMap<>();
        long switches = 0;
        for (Stint stint : history.stints()) {
            Integer before = last.put(stint.cpu(), stint.task());
            switches += before != null && before != stint.task() ? 1 : 0;
        }
        return switches;
    }

    /** Jain, Chiu, Hawe 1984: (sum x)^2 / (n * sum x^2). */
    private static OptionalLong jain(History history, Map<Integer, Track> tracks) {
        List<Job> jobs = history.workload().jobs();
        long from = jobs.stream().mapToLong(Job::arrives).max().orElse(0);
        long to = jobs.stream()
                .mapToLong(job -> track(tracks, job).exit().orElse(history.end()))
                .min()
                .orElse(0);
        BigInteger sum = BigInteger.ZERO;
        BigInteger squares = BigInteger.ZERO;
        for (Job job : jobs) {
            BigInteger got = BigInteger.valueOf(track(tracks, job).got(from, to))
                    .shiftLeft(20)
                    .divide(BigInteger.valueOf(job.task().weight()));
            sum = sum.add(got);
            squares = squares.add(got.multiply(got));
        }
        if (squares.signum() == 0) {
            return OptionalLong.empty();
        }
        BigInteger divisor = squares.multiply(BigInteger.valueOf(jobs.size()));
        BigInteger doubled =
                sum.multiply(sum).multiply(BigInteger.valueOf(20_000)).add(divisor);
        return OptionalLong.of(doubled.divide(divisor.shiftLeft(1)).longValueExact()); // rounded half up
    }

    private static Track track(Map<Integer, Track> tracks, Job job) {
        return Objects.requireNonNull(tracks.get(job.id()));
    }

    /** What a task ran between two times. */
    public static long got(History history, int task, long from, long to) {
        return history.stints().stream()
                .filter(stint -> stint.task() == task)
                .mapToLong(stint -> stint.within(from, to))
                .sum();
    }
}

package dev.vmkit.layers.simulate;

import dev.vmkit.layers.simulate.History.Stint;
import dev.vmkit.layers.simulate.History.What;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;

/** Adds up, span by span, what each job of a history got and waited for. */
final class Accounts implements Sweep.Visitor {
    private final History history;
    private final IdealShares ideal;
    private final Map<Integer, Account> accounts = new LinkedHashMap<>();
    private Set<Integer> sharing = Set.of();
    private long idleThough;

    private Accounts(History history, Map<Integer, Track> tracks) {
        this.history = history;
        this.ideal = new IdealShares(history.workload());
        history.workload()
                .jobs()
                .forEach(job -> accounts.put(job.id(), new Account(job, Objects.requireNonNull(tracks.get(job.id())))));
    }

    /** What is added up for a job. */
    private static final class Account {
        final Job job;
        final Track track;
        long waited;
        long coStopped;
        /** Since it became able to run and has not run since; negative if it has. */
        long readySince = -1;

        long latency;
        /** Its ideal share of the processors at present. */
        long share;

        long lag;
        long mostLag;
        int loads;
        long words;

        Account(Job job, Track track) {
            this.job = job;
            this.track = track;
        }

        void comes(long now) {
            readySince = now;
            lag = 0;
        }

        void runs(long now) {
            if (readySince >= 0) {
                latency = Math.max(latency, now - readySince);
                readySince = -1;
            }
        }

        void span(long time, boolean runs) {
            waited += runs ? 0 : time;
            lag += time * (share >> 12) - (runs ? time << 20 : 0);
            mostLag = Math.max(mostLag, Math.abs(lag));
        }
    }

    static Accounts of(History history, Map<Integer, Track> tracks) {
        Accounts accounts = new Accounts(history, tracks);
        Sweep.through(history, accounts);
        accounts.loads();
        return accounts;
    }

    long idleThough() {
        return idleThough;
    }

    private Account account(int task) {
        return Objects.requireNonNull(accounts.get(task));
    }

    @Override
    public void span(long from, long to, Set<Integer> there, Map<Integer, Integer> running) {
        if (!there.equals(sharing)) {
            share(there, from);
        }
        running.keySet().forEach(task -> account(task).runs(from));
        for (int task : there) {
            Account account = account(task);
            boolean runs = running.containsKey(task);
            account.span(to - from, runs);
            account.coStopped += !runs && gangRuns(account.job, running) ? to - from : 0;
        }
        idleThough += (to - from) * idle(there, running);
    }

    private void share(Set<Integer> there, long now) {
        there.stream()
                .filter(task -> !sharing.contains(task))
                .forEach(task -> account(task).comes(now));
        sharing = Set.copyOf(there);
        ideal.of(sharing).forEach((task, share) -> account(task).share = share);
    }

    private boolean gangRuns(Job job, Map<Integer, Integer> running) {
        int gang = job.task().gang();
        return gang != 0
                && running.keySet().stream()
                        .anyMatch(other -> account(other).job.task().gang() == gang);
    }

    /** Processors that idle although somebody waits who may run there. */
    private long idle(Set<Integer> there, Map<Integer, Integer> running) {
        int cpus = history.workload().cpus();
        long waiting = there.size() - running.size();
        long idle = 0;
        for (int cpu = 0; cpu < cpus && waiting > 0 && running.size() < cpus; cpu++) {
            idle += !running.containsValue(cpu) && waitsFor(cpu, there, running) ? 1 : 0;
        }
        return Math.min(idle, waiting);
    }

    private boolean waitsFor(int cpu, Set<Integer> there, Map<Integer, Integer> running) {
        return there.stream()
                .anyMatch(task ->
                        !running.containsKey(task) && account(task).job.task().runsOn(cpu));
    }

    /** How often a job came to a processor that ran another before, or none, and what had to be brought there. */
    private void loads() {
        Map<Integer, Integer> last = new HashMap<>();
        Map<Integer, Long> got = new HashMap<>();
        for (Stint stint : history.stints()) {
            Integer before = last.put(stint.cpu(), stint.task());
            long so = got.merge(stint.task(), stint.time(), Long::sum) - stint.time();
            if (before == null || before != stint.task()) {
                Account account = account(stint.task());
                account.loads++;
                account.words += account.job.sizeAfter(so);
            }
        }
    }

    List<JobMetrics> metrics() {
        return accounts.values().stream().map(this::metrics).toList();
    }

    private JobMetrics metrics(Account account) {
        Job job = account.job;
        Track track = account.track;
        long exit = track.exit().orElse(-1L);
        Punctuality punctual = Punctuality.of(history, job, track);
        return new JobMetrics(
                job.name(),
                exit < 0 ? OptionalLong.empty() : OptionalLong.of(exit - job.arrives()),
                track.stints().isEmpty()
                        ? OptionalLong.empty()
                        : OptionalLong.of(track.stints().getFirst().from() - job.arrives()),
                track.ran(),
                spun(track),
                account.waited,
                account.latency,
                account.loads,
                account.words,
                (account.mostLag + (1 << 19)) >> 20,
                account.coStopped,
                punctual.missed(),
                punctual.tardiness());
    }

    private long spun(Track track) {
        List<Long> starts = track.times(What.SPINS);
        List<Long> ends = track.times(What.GOES_ON);
        long spun = 0;
        for (int i = 0; i < starts.size(); i++) {
            spun += track.got(starts.get(i), i < ends.size() ? ends.get(i) : history.end());
        }
        return spun;
    }
}

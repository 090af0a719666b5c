package dev.vmkit.layers.simulate;

import dev.vmkit.api.TaskInfo;
import dev.vmkit.layers.simulate.History.Stint;
import dev.vmkit.layers.simulate.History.What;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Adds up, span by span, what each job of a history got and waited for. */
final class Accounts implements Sweep.Visitor {
    private final History history;
    private final IdealShares ideal;
    private Set<Integer> sharing = Set.of();
    private Map<Integer, Long> shares = Map.of();
    private final Map<Integer, Account> accounts = new HashMap<>();
    private long idleThough;

    private Accounts(History history) {
        this.history = history;
        this.ideal = new IdealShares(history.workload());
        history.workload().jobs().forEach(job -> accounts.put(job.id(), new Account()));
    }

    /** What is added up for a job. */
    private static final class Account {
        long waited;
        long coStopped;
        /** Since it became able to run and has not run since; negative if it has. */
        long readySince = -1;

        boolean there;
        long latency;
        long lag;
        long mostLag;
    }

    static Accounts of(History history) {
        Accounts accounts = new Accounts(history);
        Sweep.through(history, accounts);
        return accounts;
    }

    long idleThough() {
        return idleThough;
    }

    @Override
    public void span(long from, long to, Set<Integer> there, Map<Integer, Integer> running) {
        if (!there.equals(sharing)) {
            sharing = Set.copyOf(there);
            shares = ideal.of(sharing);
        }
        for (Job job : history.workload().jobs()) {
            Account account = java.util.Objects.requireNonNull(accounts.get(job.id()));
            boolean runs = running.containsKey(job.id());
            boolean waits = there.contains(job.id()) && !runs;
            comesOrGoes(account, there.contains(job.id()), from);
            if (runs) {
                runs(account, from);
            }
            account.waited += waits ? to - from : 0;
            account.coStopped += waits && gangRuns(job.task(), running) ? to - from : 0;
            long due = (to - from) * (shares.getOrDefault(job.id(), 0L) >> 12);
            account.lag += due - (runs ? (to - from) << 20 : 0);
            account.mostLag = Math.max(account.mostLag, Math.abs(account.lag));
        }
        idleThough += (to - from) * idle(there, running);
    }

    private static void comesOrGoes(Account account, boolean there, long now) {
        if (there && !account.there) {
            account.readySince = now;
            account.lag = 0;
        }
        account.there = there;
    }

    private static void runs(Account account, long now) {
        if (account.readySince >= 0) {
            account.latency = Math.max(account.latency, now - account.readySince);
            account.readySince = -1;
        }
    }

    private boolean gangRuns(TaskInfo task, Map<Integer, Integer> running) {
        return task.gang() != 0
                && running.keySet().stream()
                        .anyMatch(other -> history.workload().job(other).task().gang() == task.gang());
    }

    /** Processors that idle although somebody waits who may run there. */
    private long idle(Set<Integer> there, Map<Integer, Integer> running) {
        List<TaskInfo> waiting = there.stream()
                .filter(task -> !running.containsKey(task))
                .map(task -> history.workload().job(task).task())
                .toList();
        long idle = 0;
        for (int cpu = 0; cpu < history.workload().cpus() && !waiting.isEmpty(); cpu++) {
            int here = cpu;
            idle += !running.containsValue(here) && waiting.stream().anyMatch(task -> task.runsOn(here)) ? 1 : 0;
        }
        return Math.min(idle, waiting.size());
    }

    JobMetrics metrics(Job job) {
        int task = job.id();
        Account account = java.util.Objects.requireNonNull(accounts.get(task));
        List<Stint> stints =
                history.stints().stream().filter(s -> s.task() == task).toList();
        long exit = history.exit(task).orElse(-1L);
        Loads loads = Loads.of(history, job);
        Punctuality punctual = Punctuality.of(history, job);
        return new JobMetrics(
                job.name(),
                exit < 0 ? OptionalLong.empty() : OptionalLong.of(exit - job.arrives()),
                stints.isEmpty()
                        ? OptionalLong.empty()
                        : OptionalLong.of(stints.getFirst().from() - job.arrives()),
                stints.stream().mapToLong(Stint::time).sum(),
                spun(task),
                account.waited,
                account.latency,
                loads.count(),
                loads.words(),
                (account.mostLag + (1 << 19)) >> 20,
                account.coStopped,
                punctual.missed(),
                punctual.tardiness());
    }

    /**
     * How often a job came to a processor that ran another before, or none.
     *
     * @param words that had to be brought there, all times together
     */
    private record Loads(int count, long words) {
        static Loads of(History history, Job job) {
            Map<Integer, Integer> last = new HashMap<>();
            int count = 0;
            long words = 0;
            long got = 0;
            for (Stint stint : history.stints()) {
                Integer before = last.put(stint.cpu(), stint.task());
                if (stint.task() == job.id()) {
                    boolean comes = before == null || before != job.id();
                    count += comes ? 1 : 0;
                    words += comes ? job.sizeAfter(got) : 0;
                    got += stint.time();
                }
            }
            return new Loads(count, words);
        }
    }

    private long spun(int task) {
        List<Long> starts = history.times(task, What.SPINS);
        List<Long> ends = history.times(task, What.GOES_ON);
        long spun = 0;
        for (int i = 0; i < starts.size(); i++) {
            long end = i < ends.size() ? ends.get(i) : history.end();
            spun += Metrics.got(history, task, starts.get(i), end);
        }
        return spun;
    }
}

package dev.vmkit.testkit.policy;

import dev.vmkit.api.TaskInfo;
import dev.vmkit.api.TaskInfo.Reservation;
import dev.vmkit.layers.simulate.Job;
import dev.vmkit.layers.simulate.Pause;
import dev.vmkit.layers.simulate.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/** Random workloads; the same for the same seed. */
final class Workloads {
    /** How long endless jobs are watched. */
    static final long LONG = 4_000;

    private static final long ENDLESS = 1_000_000;

    /** Long and short, computing, waiting and yielding jobs on one to three processors, all of which can be done. */
    static final LongFunction<Workload> MIX = Workloads::mix;

    /** Jobs of different weights and priorities on one processor, all of which always want to run, once they are there. */
    static final LongFunction<Workload> CROWD = Workloads::crowd;

    /** A job that always computes, and one that always lets go just before some length of slice is over. */
    static final LongFunction<Workload> DODGER = Workloads::dodger;

    /** A job that always computes, and one that always could but lets others go first after some length of slice. */
    static final LongFunction<Workload> YIELDER = Workloads::yielder;

    /**
     * Periodic jobs that reserve what they need, together no more than one processor, one that takes more than it reserved,
     * and one that always computes.
     */
    static final LongFunction<Workload> DEADLINES = Workloads::deadlines;

    /** Jobs that may have no more than some part of the processor, and one without a limit, or none. */
    static final LongFunction<Workload> CAPS = Workloads::caps;

    /** Gangs that fit the processors, and lone jobs. */
    static final LongFunction<Workload> GANGS = Workloads::gangs;

    /** Groups in groups, with weights and sometimes limits, whose jobs always want to run. */
    static final LongFunction<Workload> GROUPS = Workloads::groups;

    private Workloads() {}

    private static Workload mix(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int cpus = 1 + random.nextInt(3);
        List<Job> jobs = IntStream.rangeClosed(1, 1 + random.nextInt(8))
                .mapToObj(id -> anyJob(id, cpus, random))
                .toList();
        Workload workload = new Workload("seed " + seed, cpus, List.of(), jobs, Long.MAX_VALUE);
        return workload.until(60 * (workload.work() + 2_000));
    }

    private static Job anyJob(int id, int cpus, SplittableRandom random) {
        TaskInfo task = TaskInfo.of(id, "job" + id)
                .withWeight(1 + random.nextInt(5))
                .withPriority(random.nextInt(4))
                .withSize(random.nextInt(20_000))
                .withGang(random.nextInt(6) == 0 ? 1 + random.nextInt(2) : 0)
                .withCap(random.nextInt(8) == 0 ? 20 + random.nextInt(80) : 0);
        if (random.nextInt(6) == 0) {
            task = task.withAffinity(1L << random.nextInt(cpus));
        }
        if (random.nextInt(6) == 0) {
            long period = 10 + random.nextInt(40);
            task = task.withReservation(new Reservation(1 + period / 4, period, period));
        }
        Job job = Job.of(task, random.nextInt(50), 1 + random.nextInt(60));
        if (random.nextInt(8) == 0) {
            job = job.as(job.task().withLength(-1));
        }
        return pausing(job, random);
    }

    private static Job pausing(Job job, SplittableRandom random) {
        long burst = 1 + random.nextInt(12);
        return switch (random.nextInt(6)) {
            case 0, 1 -> job.pausing(burst, new Pause.Wait(1 + random.nextInt(20)));
            case 2 -> job.pausing(burst, new Pause.NextPeriod(1 + random.nextInt(40)));
            case 3 -> job.pausing(burst, new Pause.Yield());
            default -> job;
        };
    }

    private static Workload crowd(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Job> jobs = IntStream.rangeClosed(1, 2 + random.nextInt(4))
                .mapToObj(id -> Job.of(
                        TaskInfo.of(id, "job" + id)
                                .withWeight(1 + random.nextInt(5))
                                .withPriority(random.nextInt(4))
                                .withSize(random.nextInt(4_000)),
                        random.nextInt(3) == 0 ? random.nextInt(500) : 0,
                        ENDLESS + random.nextInt(1000)))
                .toList();
        return Workload.of("crowd " + seed, jobs).until(LONG);
    }

    private static Workload dodger(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Job hog = Job.of(TaskInfo.of(1, "hog"), 0, ENDLESS);
        Job dodger = Job.of(TaskInfo.of(2, "dodger"), random.nextInt(20), ENDLESS)
                .pausing(1 + random.nextInt(40), new Pause.Wait(1 + random.nextInt(2)));
        return Workload.of("dodger " + seed, List.of(hog, dodger)).until(LONG);
    }

    private static Workload yielder(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Job hog = Job.of(TaskInfo.of(1, "hog"), 0, ENDLESS);
        Job yielder = Job.of(TaskInfo.of(2, "yielder"), random.nextInt(20), ENDLESS)
                .pausing(1 + random.nextInt(40), new Pause.Yield());
        return Workload.of("yielder " + seed, List.of(hog, yielder)).until(LONG);
    }

    private static Workload deadlines(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Job> jobs = new ArrayList<>();
        long left = 1000;
        for (int id = 1; id <= 1 + random.nextInt(4) && left > 100; id++) {
            long period = 20 + 10 * random.nextInt(10);
            long share = 50 + random.nextLong(left - 50);
            long budget = Math.max(1, period * share / 1000);
            left -= (budget * 1000 + period - 1) / period;
            jobs.add(periodic(id, "job" + id, budget, budget, period));
        }
        if (left > 60 && random.nextBoolean()) {
            long budget = Math.max(1, 100 * left / 1000);
            jobs.add(periodic(90, "greedy", budget + 1 + random.nextInt(40), budget, 100));
        }
        jobs.add(Job.of(TaskInfo.of(91, "hog"), random.nextInt(30), ENDLESS));
        return Workload.of("deadlines " + seed, jobs).until(LONG);
    }

    private static Job periodic(int id, String name, long burst, long budget, long period) {
        TaskInfo task = TaskInfo.of(id, name).withReservation(new Reservation(budget, period, period));
        return Job.of(task, 0, burst * 1_000).pausing(burst, new Pause.NextPeriod(period));
    }

    private static Workload caps(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Job> jobs = new ArrayList<>();
        for (int id = 1; id <= 1 + random.nextInt(3); id++) {
            TaskInfo task = TaskInfo.of(id, "job" + id)
                    .withWeight(1 + random.nextInt(5))
                    .withCap(10 + 10 * random.nextInt(5));
            jobs.add(Job.of(task, 0, ENDLESS));
        }
        if (random.nextBoolean()) {
            jobs.add(Job.of(TaskInfo.of(9, "free"), random.nextInt(100), ENDLESS));
        }
        return Workload.of("caps " + seed, jobs).until(LONG);
    }

    private static Workload gangs(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int cpus = 2 + random.nextInt(3);
        List<Job> jobs = new ArrayList<>();
        for (int gang = 1; gang <= 1 + random.nextInt(3); gang++) {
            int size = 2 + random.nextInt(cpus - 1);
            for (int i = 0; i < size; i++) {
                int id = jobs.size() + 1;
                Job job = Job.of(TaskInfo.of(id, "gang" + gang + "-" + i).withGang(gang), 0, 100 + random.nextInt(100));
                boolean waits = random.nextInt(3) == 0;
                jobs.add(waits ? job.pausing(1 + random.nextInt(20), new Pause.Wait(1 + random.nextInt(9))) : job);
            }
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            int id = jobs.size() + 1;
            jobs.add(Job.of(TaskInfo.of(id, "lone" + id), random.nextInt(50), 100 + random.nextInt(100)));
        }
        Workload workload = new Workload("gangs " + seed, cpus, List.of(), jobs, Long.MAX_VALUE);
        return workload.until(60 * (workload.work() + 2_000));
    }

    private static Workload groups(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<TaskInfo.Group> groups = new ArrayList<>();
        for (int id = 1; id <= 1 + random.nextInt(4); id++) {
            boolean limited = random.nextInt(4) == 0;
            groups.add(new TaskInfo.Group(
                    id,
                    "group" + id,
                    random.nextInt(id),
                    1 + random.nextInt(5),
                    limited ? 20 + random.nextInt(60) : 0,
                    limited ? 100 : 0));
        }
        List<Job> jobs = IntStream.rangeClosed(1, 2 + random.nextInt(5))
                .mapToObj(id -> Job.of(
                        TaskInfo.of(id, "job" + id)
                                .withGroup(random.nextInt(groups.size() + 1))
                                .withWeight(1 + random.nextInt(5)),
                        0,
                        ENDLESS))
                .toList();
        return new Workload("groups " + seed, 1, groups, jobs, LONG);
    }
}

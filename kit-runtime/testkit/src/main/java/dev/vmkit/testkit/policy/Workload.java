package dev.vmkit.testkit.policy;

import dev.vmkit.api.TaskInfo;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Jobs for one processor. */
public record Workload(String name, List<Job> jobs) {

    /** A mix of long and short, computing and waiting jobs; the same for the same seed. */
    public static Workload random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int count = 1 + random.nextInt(8);
        List<Job> jobs =
                IntStream.range(0, count).mapToObj(id -> randomJob(id, random)).toList();
        return new Workload("seed " + seed, jobs);
    }

    private static Job randomJob(int id, SplittableRandom random) {
        long length = 1 + random.nextInt(60);
        TaskInfo task = TaskInfo.of(id, "job" + id)
                .withWeight(1 + random.nextInt(5))
                .withPriority(random.nextInt(4))
                .withSize(1 + random.nextInt(1000))
                .withLength(length);
        boolean waits = random.nextBoolean();
        return new Job(random.nextInt(50), task, 1 + random.nextInt(12), waits ? 1 + random.nextInt(20) : 0);
    }

    /** The computing time of all jobs. */
    public long work() {
        return jobs.stream().mapToLong(job -> job.task().length()).sum();
    }
}

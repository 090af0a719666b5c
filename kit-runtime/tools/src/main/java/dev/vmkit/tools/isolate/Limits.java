package dev.vmkit.tools.isolate;

import java.time.Duration;

/**
 * What a submission may use. Each process of it has all of this anew, except for {@code total}.
 *
 * @param answer how long one answer may take
 * @param total how long all answers together may take, whatever process gives them
 * @param cpu time of the processor, of all threads of a process, whatever number of answers it gives
 * @param heap bytes for the Java objects of a process, which include the memory of guests
 * @param tasks threads and processes at a time
 * @param output bytes that it may print
 * @param files bytes that it may write to files
 */
public record Limits(Duration answer, Duration total, Duration cpu, long heap, int tasks, long output, long files) {
    private static final long MIB = 1 << 20;

    private static final Duration LEAST_TOTAL = Duration.ofMinutes(2);
    private static final int ANSWERS_IN_ALL = 6;
    private static final int PROCESSORS = 2;

    /** Enough for parts and boards of a course. */
    public static final Limits USUAL = of(Duration.ofSeconds(10), 256 * MIB);

    public Limits {
        require(answer, "answer");
        require(total, "total");
        require(cpu, "cpu");
        if (heap < 32 * MIB || tasks < 24 || output < 0 || files < 0) {
            throw new IllegalArgumentException("a Java machine needs 32 MiB and 24 threads");
        }
    }

    /**
     * What follows from the longest time for one answer, and the bytes of the heap. All answers together may take six times that
     * and two minutes at least. The processor's time is for code that works while nobody waits for it, so that it is never what
     * an honest submission with many checks meets first.
     */
    public static Limits of(Duration answer, long heap) {
        Duration several = answer.multipliedBy(ANSWERS_IN_ALL);
        Duration total = several.compareTo(LEAST_TOTAL) > 0 ? several : LEAST_TOTAL;
        return new Limits(answer, total, total.multipliedBy(PROCESSORS), heap, 64, MIB, 32 * MIB);
    }

    private static void require(Duration positive, String name) {
        if (!positive.isPositive()) {
            throw new IllegalArgumentException(name + " is not positive");
        }
    }

    /** What a process may allocate in all: the heap, and what a Java machine takes beside it. */
    long memory() {
        return heap + 256 * MIB;
    }
}

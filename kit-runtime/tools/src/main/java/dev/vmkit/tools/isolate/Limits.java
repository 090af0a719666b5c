package dev.vmkit.tools.isolate;

import java.time.Duration;

/**
 * What a submission may use. Each process of it has all of this anew, except for {@code total}.
 *
 * @param answer how long one answer may take
 * @param total how long all answers together may take, whatever process gives them
 * @param cpu time of the processor, of all threads of a process
 * @param heap bytes for the Java objects of a process, which include the memory of guests
 * @param tasks threads and processes at a time
 * @param output bytes that it may print
 * @param files bytes that it may write to files
 */
public record Limits(Duration answer, Duration total, Duration cpu, long heap, int tasks, long output, long files) {
    private static final long MIB = 1 << 20;

    /** Enough for parts and boards of a course. */
    public static final Limits USUAL = new Limits(
            Duration.ofSeconds(10), Duration.ofMinutes(2), Duration.ofSeconds(60), 256 * MIB, 64, MIB, 32 * MIB);

    public Limits {
        require(answer, "answer");
        require(total, "total");
        require(cpu, "cpu");
        if (heap < 32 * MIB || tasks < 24 || output < 0 || files < 0) {
            throw new IllegalArgumentException("a Java machine needs 32 MiB and 24 threads");
        }
    }

    private static void require(Duration positive, String name) {
        if (!positive.isPositive()) {
            throw new IllegalArgumentException(name + " is not positive");
        }
    }

    public Limits withAnswer(Duration longest) {
        return new Limits(longest, total, cpu, heap, tasks, output, files);
    }

    public Limits withTotal(Duration longest) {
        return new Limits(answer, longest, cpu, heap, tasks, output, files);
    }

    public Limits withCpu(Duration most) {
        return new Limits(answer, total, most, heap, tasks, output, files);
    }

    public Limits withHeap(long bytes) {
        return new Limits(answer, total, cpu, bytes, tasks, output, files);
    }

    /** What a process may allocate in all: the heap, and what a Java machine takes beside it. */
    long memory() {
        return heap + 256 * MIB;
    }
}

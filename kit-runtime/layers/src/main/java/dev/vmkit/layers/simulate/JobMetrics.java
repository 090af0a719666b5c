package dev.vmkit.layers.simulate;

import java.util.OptionalLong;

/**
 * How one job fared, in units of virtual time.
 *
 * @param turnaround from its arrival to its end
 * @param response from its arrival to its first turn
 * @param ran on a processor
 * @param spun of that, for nothing
 * @param waited able to run without running; on a hypervisor called steal
 * @param latency the longest time from becoming able to run, by arriving or waking, to running
 * @param loads times it came to a processor that ran another before
 * @param words its size, summed over its loads
 * @param lag the most by which it fell behind, or ran ahead of, its ideal share since it woke
 * @param coStopped waited while another of its gang ran
 * @param missed deadlines missed
 * @param tardiness the most by which one was missed
 */
public record JobMetrics(
        String job,
        OptionalLong turnaround,
        OptionalLong response,
        long ran,
        long spun,
        long waited,
        long latency,
        long loads,
        long words,
        long lag,
        long coStopped,
        long missed,
        long tardiness) {}

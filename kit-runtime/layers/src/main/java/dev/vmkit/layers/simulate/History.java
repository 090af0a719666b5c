package dev.vmkit.layers.simulate;

import dev.vmkit.layers.schedule.PolicyFault;
import java.util.List;
import java.util.Optional;

/**
 * What happened in a run.
 *
 * @param policy the policy's name, and its parameters if they were given
 * @param end when the run stopped
 * @param stints who ran where, by time and processor; each as long as it goes
 * @param picks every decision
 * @param marks what became of the jobs
 * @param fault what the policy did wrong, at the end of the run
 * @param ending why the run stopped
 */
public record History(
        Workload workload,
        String policy,
        long end,
        List<Stint> stints,
        List<Pick> picks,
        List<Mark> marks,
        List<Note> notes,
        Optional<PolicyFault> fault,
        Ending ending) {

    public History {
        stints = List.copyOf(stints);
        picks = List.copyOf(picks);
        marks = List.copyOf(marks);
        notes = List.copyOf(notes);
    }

    /** A task on a processor without interruption, from one time to another. */
    public record Stint(int cpu, int task, long from, long to) {
        public long time() {
            return to - from;
        }

        /** How much of it lies between two times. */
        long within(long start, long end) {
            return Math.max(0, Math.min(end, to) - Math.max(start, from));
        }
    }

    /** A decision. */
    public record Pick(long now, int cpu, int task, long slice) {}

    /** Something became of a job. */
    public record Mark(long now, int task, What what) {}

    /** What the policy said. */
    public record Note(long now, String text) {}

    /** What can become of a job. */
    public enum What {
        ARRIVED,
        BLOCKED,
        WOKE,
        EXITED,
        /** A burst is done, at the end of which the job pauses. */
        BURST,
        /** It spins from now on. */
        SPINS,
        /** It spins no more. */
        GOES_ON
    }

    /** Why a run stopped. */
    public enum Ending {
        /** All jobs are done. */
        DONE,
        /** The workload's time is over. */
        TIME,
        /** The policy is at fault. */
        FAULT,
        /** Nothing can happen any more although jobs are left. */
        STUCK,
        /** More happened than a simulation may take. */
        LIMIT
    }

    /** The marks of a kind of one job, in order of time. */
    public List<Long> times(int task, What what) {
        return marks.stream()
                .filter(mark -> mark.task() == task && mark.what() == what)
                .map(Mark::now)
                .toList();
    }

    /** When the job was done, if it was. */
    public Optional<Long> exit(int task) {
        return times(task, What.EXITED).stream().findFirst();
    }
}

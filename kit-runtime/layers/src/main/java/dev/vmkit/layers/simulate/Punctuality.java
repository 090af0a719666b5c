package dev.vmkit.layers.simulate;

import dev.vmkit.api.TaskInfo.Reservation;
import dev.vmkit.layers.simulate.History.What;
import java.util.List;

/**
 * How a job kept its deadlines: one for each burst, counted from the start of the burst's period.
 *
 * @param missed how many it did not keep
 * @param tardiness the most by which one was missed
 */
record Punctuality(long missed, long tardiness) {

    static Punctuality of(History history, Job job, Track track) {
        return job.task()
                .reservation()
                .map(reserved -> of(history.end(), job, track, reserved))
                .orElse(new Punctuality(0, 0));
    }

    private static Punctuality of(long end, Job job, Track track, Reservation reserved) {
        long period = job.pause().orElse(null) instanceof Pause.NextPeriod(long every) ? every : reserved.period();
        List<Long> done = track.times(What.BURST);
        long bursts = Math.max(1, (job.length() - 1) / job.burst() + 1);
        long missed = 0;
        long tardiness = 0;
        for (int k = 0; k < bursts && job.arrives() + k * period + reserved.deadline() <= end; k++) {
            long late = (k < done.size() ? done.get(k) : end) - (job.arrives() + k * period + reserved.deadline());
            boolean unfinished = k >= done.size();
            missed += late > 0 || unfinished && late == 0 ? 1 : 0;
            tardiness = Math.max(tardiness, late);
        }
        return new Punctuality(missed, tardiness);
    }
}

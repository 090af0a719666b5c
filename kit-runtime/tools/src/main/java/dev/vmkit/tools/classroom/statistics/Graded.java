package dev.vmkit.tools.classroom.statistics;

import dev.vmkit.testkit.judge.Verdict;

/**
 * A submission with its verdict.
 *
 * @param name of the submission in the class's folder
 * @param millis how long it took to reach, in milliseconds
 */
public record Graded(String name, Verdict verdict, long millis) {

    /** Its share of what can be had, at least 0; more than 1 with credit on top. */
    public double share() {
        long most = verdict.most().hundredths();
        return most == 0 ? 0 : (double) verdict.points().hundredths() / most;
    }
}

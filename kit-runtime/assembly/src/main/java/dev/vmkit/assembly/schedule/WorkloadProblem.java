package dev.vmkit.assembly.schedule;

import dev.vmkit.language.text.Problem;

/** What can be wrong with a workload file. */
public enum WorkloadProblem implements Problem {
    VERSION("K701", "a workload file of another version", """
        A workload file starts with 'kit: 1', the version of its format. A file of a later version may mean by its \
        words what this kit does not know, so it is refused.\
        """),
    TIME("K702", "a time that cannot be", """
        Times of a workload are whole numbers of virtual time, without a unit: 'runs: 30' takes thirty units. A job runs \
        for at least 1 and at most 1,000,000,000,000 in all, and bursts, waits and periods are at least 1.\
        """),
    JOB("K703", "a job that contradicts itself", """
        After each of its 'bursts', a job does one thing: it 'waits' for a time, 'yields', runs again 'every' so often, \
        or 'meets' its gang. A reservation's budget is within its deadline, and its deadline within its period.\
        """),
    GROUP("K704", "a group that is not there", """
        A job's 'group:' and a group's 'in:' name a group of the same file, and groups must not lie in each other in a \
        circle.\
        """),
    AMOUNT("K705", "more than a simulation may take", """
        A workload has at most 1,000 jobs with all copies, 100 groups, and 64 processors, numbered from 0.\
        """),
    NO_JOBS("K706", "nothing to do", """
        A workload has at least one job, since metrics of none say nothing: 'jobs: { mine: { runs: 10 } }'.\
        """);

    private final String code;
    private final String title;
    private final String explanation;

    WorkloadProblem(String code, String title, String explanation) {
        this.code = code;
        this.title = title;
        this.explanation = explanation;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}

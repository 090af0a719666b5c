package dev.vmkit.tools.isolate;

/** What holds a submission, from the strongest on. */
public enum Tier {
    SANDBOX("bubblewrap: own file system, own processes, no network, limits"),
    OTHER_USER("limits and another user, without a sandbox: it has the network, and reads what everybody may read"),
    LIMITS("limits alone, without a sandbox: it has the network, and reads and writes what you may");

    private final String summary;

    Tier(String summary) {
        this.summary = summary;
    }

    /** What it is, and what it leaves open, for people. */
    public String summary() {
        return summary;
    }
}

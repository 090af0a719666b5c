package dev.vmkit.machine.hart;

/**
 * Thrown by the binding of an extern that blocks, such as one that waits for a key, when it has nothing yet. The
 * instruction is given up without effect and without counting, the run ends as idle, and the next run tries it again.
 */
public final class Blocked extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Blocked() {
        super(null, null, false, false);
    }
}

package dev.vmkit.machine.board;

/** Counts how often in a row a guest has asked for input in vain. */
final class Starvation {
    /** How often it has to ask to count as starving. */
    static final int ENOUGH = 10_000;

    private int asked;

    void askedInVain() {
        asked = Math.min(asked + 1, ENOUGH);
    }

    /** The guest got something, or did something else. */
    void end() {
        asked = 0;
    }

    boolean reached() {
        return asked >= ENOUGH;
    }
}

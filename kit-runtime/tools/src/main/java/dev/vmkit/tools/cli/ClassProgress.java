package dev.vmkit.tools.cli;

import java.time.Duration;

/** Tells a person how a class's grading goes on: at a terminal a bar that grows, elsewhere a line now and then. */
final class ClassProgress implements AutoCloseable {
    private static final int BAR = 30;
    private static final int TENTH = 10;

    private final Screen screen;
    private final boolean person;
    private final int all;
    private final long start = System.nanoTime();
    private int said;

    /** At a terminal if a {@code person} looks on. */
    ClassProgress(Screen screen, boolean person, int all) {
        this.screen = screen;
        this.person = person;
        this.all = all;
        this.said = all;
    }

    /** So many are still to be graded; may be called by any thread. */
    synchronized void left(int left) {
        if (person) {
            screen.redraw(bar(all - left));
        } else if (said - left >= Math.max(1, all / TENTH)) {
            screen.say(words(all - left));
            said = left;
        }
    }

    private String bar(int done) {
        int full = all == 0 ? BAR : done * BAR / all;
        return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "] " + words(done);
    }

    private String words(int done) {
        Duration passed = Duration.ofNanos(System.nanoTime() - start);
        String rest = done == 0 || done == all
                ? ""
                : ", about %s to go"
                        .formatted(words(passed.multipliedBy(all - done).dividedBy(done)));
        return "graded %,d of %,d%s".formatted(done, all, rest);
    }

    private static String words(Duration time) {
        return time.toMinutes() > 0 ? time.toMinutes() + " min" : time.toSeconds() + " s";
    }

    /** Goes to the next line. */
    @Override
    public void close() {
        if (person) {
            screen.say("");
        }
    }
}

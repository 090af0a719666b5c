package dev.vmkit.tools.cli;

/** Tells a person which of many runs goes on: at a terminal in one line, elsewhere by a line now and then. */
final class RunProgress implements AutoCloseable {
    private static final long OFTEN_NANOS = 60_000_000_000L;

    private final Screen screen;
    private final boolean person;
    private long said = System.nanoTime();
    private boolean drawn;

    /** At a terminal if a {@code person} looks on. */
    RunProgress(Screen screen, boolean person) {
        this.screen = screen;
        this.person = person;
    }

    void begins(int number, int all, String guests, String way) {
        String line = "run %,d of %,d: %s, %s".formatted(number, all, guests, way);
        if (person) {
            screen.redraw(line);
            drawn = true;
        } else if (System.nanoTime() - said > OFTEN_NANOS) {
            screen.say(line);
            said = System.nanoTime();
        }
    }

    /** Leaves no line behind. */
    @Override
    public void close() {
        if (drawn) {
            screen.redraw("");
            drawn = false;
        }
    }
}

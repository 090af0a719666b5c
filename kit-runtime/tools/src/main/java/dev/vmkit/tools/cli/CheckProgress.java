package dev.vmkit.tools.cli;

/** Tells a person which check is being done, in one line that changes; for terminals alone. */
record CheckProgress(Screen screen, boolean person) implements AutoCloseable {

    void begins(String check) {
        if (person) {
            screen.redraw(check);
        }
    }

    /** Leaves no line behind. */
    @Override
    public void close() {
        if (person) {
            screen.redraw("");
        }
    }
}

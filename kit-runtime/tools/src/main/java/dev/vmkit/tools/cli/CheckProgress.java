package dev.vmkit.tools.cli;

import dev.vmkit.tools.grade.Watcher;

/** Tells a person which check is being done, in one line that changes, for terminals alone; and what there is to remark. */
record CheckProgress(Screen screen, boolean person) implements Watcher, AutoCloseable {

    @Override
    public void begins(String check) {
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

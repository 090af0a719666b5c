package dev.vmkit.tools.cli;

import dev.vmkit.tools.grade.report.Ink;

/** Stresses by colours, if a person looks on. */
record ScreenInk(Screen screen) implements Ink {
    @Override
    public String good(String text) {
        return screen.green(text);
    }

    @Override
    public String bad(String text) {
        return screen.red(text);
    }

    @Override
    public String warning(String text) {
        return screen.yellow(text);
    }

    @Override
    public String faint(String text) {
        return screen.dim(text);
    }

    @Override
    public String heading(String text) {
        return screen.bold(text);
    }
}

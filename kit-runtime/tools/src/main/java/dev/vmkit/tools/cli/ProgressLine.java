package dev.vmkit.tools.cli;

import dev.vmkit.tools.download.Progress;

/** Tells a person how a fetch goes on: at a terminal a bar that grows, elsewhere a line for each thing. */
final class ProgressLine implements Progress, AutoCloseable {
    private static final int BAR = 30;
    private static final int NAME = 34;
    private static final long MIB = 1 << 20;

    private final Screen screen;
    private final boolean person;
    private String current = "";
    private long shown = -1;

    /** At a terminal if a {@code person} looks on. */
    ProgressLine(Screen screen, boolean person) {
        this.screen = screen;
        this.person = person;
    }

    @Override
    public void step(String what) {
        close();
        screen.say(what);
    }

    @Override
    public void downloaded(String name, long done, long size) {
        if (!name.equals(current)) {
            close();
            current = name;
            if (!person) {
                screen.say("fetching %s (%.1f MiB)".formatted(name, (double) size / MIB));
            }
        }
        long percent = size == 0 ? 100 : done * 100 / size;
        if (person && percent != shown) {
            shown = percent;
            screen.redraw(bar(name, done, size, (int) percent));
        }
    }

    private static String bar(String name, long done, long size, int percent) {
        int full = percent * BAR / 100;
        String shortened = name.length() > NAME ? name.substring(0, NAME - 3) + "..." : name;
        String bar = "#".repeat(full) + "-".repeat(BAR - full);
        return "%-34s [%s] %3d %%  %d/%d MiB".formatted(shortened, bar, percent, done / MIB, size / MIB);
    }

    /** Leaves the bar as it is, and goes to the next line. */
    @Override
    public void close() {
        if (person && shown >= 0) {
            screen.say("");
        }
        shown = -1;
        current = "";
    }
}

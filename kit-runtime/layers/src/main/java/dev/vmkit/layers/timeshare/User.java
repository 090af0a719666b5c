package dev.vmkit.layers.timeshare;

import dev.vmkit.api.Snapshotable;
import dev.vmkit.api.StateTree;
import dev.vmkit.machine.board.HostOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;

/** Who sits at a program's console: reads what it shows, and types the next line some time after it asked for one. */
public final class User implements Snapshotable {
    /** For a program: nothing was typed yet. */
    static final int NOTHING = -1;

    private final List<String> lines;
    private final long thinking;
    private final HostOutput screen;
    private int next;
    private byte[] typed = {};
    private int read;

    /**
     * A user.
     *
     * @param lines what is typed, line by line
     * @param thinking ticks that pass between a program's asking and the line's end
     */
    public User(List<String> lines, long thinking, HostOutput screen) {
        this.lines = List.copyOf(lines);
        this.thinking = thinking;
        this.screen = screen;
    }

    void show(int character) {
        screen.write(character);
    }

    void flush() {
        screen.flush();
    }

    /** The next character that was typed, or {@link #NOTHING}. */
    int key() {
        return read < typed.length ? typed[read++] & 0xFF : NOTHING;
    }

    /** The program asks for more than was typed: when the next line will be, or nothing if there is none. */
    OptionalLong asked(long now) {
        screen.flush();
        return next < lines.size() ? OptionalLong.of(now + thinking) : OptionalLong.empty();
    }

    /** Types the next line. */
    void type() {
        typed = (lines.get(next++) + "\n").getBytes(StandardCharsets.UTF_8);
        read = 0;
    }

    @Override
    public StateTree save() {
        return StateTree.EMPTY.with("next", next).with("typed", typed).with("read", read);
    }

    @Override
    public void load(StateTree state) {
        int line = (int) state.number("next", 0, lines.size());
        byte[] half = state.bytes("typed");
        read = (int) state.number("read", 0, half.length);
        typed = half;
        next = line;
    }
}

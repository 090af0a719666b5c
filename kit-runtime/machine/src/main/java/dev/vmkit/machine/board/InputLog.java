package dev.vmkit.machine.board;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Which bytes came in at which moments: what is needed, besides the machine itself, to repeat an interactive run. */
public final class InputLog {

    /** A byte and the moment at which the guest could first see it. */
    public record Entry(Moment at, int value) {}

    private final List<Entry> entries = new ArrayList<>();

    /** The bytes in the order in which they came. */
    public List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /**
     * Adds a byte.
     *
     * @throws IllegalArgumentException if it came before the last one
     */
    public void add(Moment at, int value) {
        if (!entries.isEmpty() && at.compareTo(entries.getLast().at()) < 0) {
            throw new IllegalArgumentException("a byte that came before the last one");
        }
        entries.add(new Entry(at, value & 0xFF));
    }

    /** One line a byte: instructions, nanoseconds, value. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        for (Entry entry : entries) {
            text.append(entry.at.instructions()).append(' ').append(entry.at.nanos());
            text.append(' ').append(entry.value).append('\n');
        }
        return text.toString();
    }

    /**
     * The log that {@link #toText} wrote.
     *
     * @throws IllegalArgumentException if a line is none; the message says which
     */
    public static InputLog parse(String text) {
        InputLog log = new InputLog();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String[] words = line.split(" ", -1);
            try {
                Moment at = new Moment(Long.parseLong(words[0]), Long.parseLong(words[1]));
                log.add(at, Integer.parseInt(words[2]));
            } catch (IllegalArgumentException | IndexOutOfBoundsException bad) {
                throw new IllegalArgumentException("line " + number + " of the input log is not one: " + line, bad);
            }
        }
        return log;
    }
}

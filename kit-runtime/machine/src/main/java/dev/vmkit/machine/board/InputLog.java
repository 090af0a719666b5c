package dev.vmkit.machine.board;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * What came in from the host at which moments: what is needed, besides the machine itself, to repeat an interactive run.
 * {@link Machine#record} tells of each.
 */
public final class InputLog {
    /** Bytes that somebody typed or piped in, one an entry. */
    public static final String CONSOLE = "console";

    /** A frame from the network. */
    public static final String NETWORK = "network";

    private static final String RUNNING = "running";
    private static final String IDLE = "idle";

    /**
     * Something and the moment at which the guest could first see it.
     *
     * @param port where it came in
     * @param bytes at least one
     */
    public record Entry(Moment at, String port, byte[] bytes) {

        /** One line: instructions, nanoseconds, whether harts were idle, port, bytes. */
        public String toText() {
            return at.instructions() + " " + at.nanos() + " " + (at.idle() ? IDLE : RUNNING) + " " + port + " "
                    + HexFormat.of().formatHex(bytes);
        }

        static Entry parse(String line) {
            String[] words = line.split(" ", -1);
            if (words.length != 5 || !words[2].equals(RUNNING) && !words[2].equals(IDLE) || words[4].isEmpty()) {
                throw new IllegalArgumentException("not five words");
            }
            Moment at = new Moment(Long.parseLong(words[0]), Long.parseLong(words[1]), words[2].equals(IDLE));
            byte[] bytes = HexFormat.of().parseHex(words[4]);
            if (words[3].equals(NETWORK) && !Network.isFrame(bytes)) {
                throw new IllegalArgumentException("not a frame");
            }
            return new Entry(at, words[3], bytes);
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    /** What came in, in order. */
    public List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** What came in at one port, in order. */
    List<Entry> entries(String port) {
        return entries.stream().filter(entry -> entry.port().equals(port)).toList();
    }

    /**
     * Adds what came in.
     *
     * @throws IllegalArgumentException if it came before the last one
     */
    public void add(Entry entry) {
        if (!entries.isEmpty() && entry.at().compareTo(entries.getLast().at()) < 0) {
            throw new IllegalArgumentException("something that came before the last one");
        }
        entries.add(entry);
    }

    /** One line an entry. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        entries.forEach(entry -> text.append(entry.toText()).append('\n'));
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
            try {
                log.add(Entry.parse(line));
            } catch (IllegalArgumentException bad) {
                throw new IllegalArgumentException("line " + number + " of the input log is not one: " + line, bad);
            }
        }
        return log;
    }
}

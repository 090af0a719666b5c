package dev.vmkit.machine.board;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Input that answers what the guest shows: once a text has been shown, others are typed. When they come depends on nothing
 * but the guest, so equal dialogues give equal runs, whether the guest asks for input or is told of it by an interrupt.
 */
public final class Dialogue implements HostInput {
    /**
     * One exchange.
     *
     * @param see what the guest has to show first, since the exchange before; nothing to wait for if empty
     * @param type what is typed then
     */
    public record Exchange(String see, String type) {}

    private final List<Exchange> exchanges;
    private final ArrayDeque<Integer> typed = new ArrayDeque<>();
    private final Starvation starvation = new Starvation();
    private byte[] awaited = {};
    private byte[] shown = {};
    private int next;

    public Dialogue(List<Exchange> exchanges) {
        this.exchanges = new ArrayList<>(exchanges);
        begin();
    }

    /** Starts to wait for the next text; what waits for none is typed at once. */
    private void begin() {
        while (next < exchanges.size() && exchanges.get(next).see().isEmpty()) {
            type(exchanges.get(next++).type());
        }
        awaited = next < exchanges.size() ? bytes(exchanges.get(next).see()) : new byte[0];
        shown = new byte[awaited.length];
    }

    private void type(String text) {
        for (byte value : bytes(text)) {
            typed.addLast(value & 0xFF);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Passes on what the guest shows, and listens. */
    public HostOutput listening(HostOutput output) {
        return new HostOutput() {
            @Override
            public void write(int value) {
                output.write(value);
                hear(value);
            }

            @Override
            public void flush() {
                output.flush();
            }
        };
    }

    private void hear(int value) {
        if (awaited.length == 0) {
            return;
        }
        System.arraycopy(shown, 1, shown, 0, shown.length - 1);
        shown[shown.length - 1] = (byte) value;
        if (shown[0] == awaited[0] && Arrays.equals(shown, awaited)) {
            type(exchanges.get(next++).type());
            begin();
        }
    }

    /** The text that the guest has not shown, if it should have. */
    public Optional<String> missing() {
        return next < exchanges.size() ? Optional.of(exchanges.get(next).see()) : Optional.empty();
    }

    private int take() {
        return typed.isEmpty() ? NOTHING : typed.removeFirst();
    }

    @Override
    public int asked() {
        int value = take();
        if (value == NOTHING) {
            starvation.askedInVain();
        } else {
            starvation.end();
        }
        return value;
    }

    @Override
    public void interrupted() {
        starvation.end();
    }

    @Override
    public int arrived(Moment now) {
        return take();
    }

    @Override
    public int awaited(boolean last) {
        return take();
    }

    @Override
    public boolean starving() {
        return starvation.reached();
    }
}

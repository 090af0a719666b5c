package dev.vmkit.plugins.devices;

import dev.vmkit.api.Clock;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.Timer;
import java.util.Arrays;

/**
 * The receiving half: one holding register, or a FIFO of 16 characters with a trigger level and a timeout (PC16550D,
 * sections 8.5 and 8.6 and "FIFO interrupt mode operation").
 */
final class Receiver {
    static final int DATA_READY = 0x01;
    static final int OVERRUN = 0x02;

    private static final int DEPTH = 16;
    private static final int[] TRIGGERS = {1, 4, 8, 14};
    private static final long NEVER = -1;
    private static final long NANOS = 1_000_000_000L;
    private static final Timer NO_TIMER = () -> {};

    private final Clock clock;
    private final long hertz;
    private final Runnable onTimeout;
    private final byte[] queue = new byte[DEPTH];
    private int count;
    private int last;
    private int fifoControl;
    private boolean overrun;
    private boolean timedOut;
    private long timeout;
    private long deadline = NEVER;
    private Timer timer = NO_TIMER;

    Receiver(Clock clock, long hertz, Runnable onTimeout) {
        this.clock = clock;
        this.hertz = hertz;
        this.onTimeout = onTimeout;
    }

    /** FCR: other bits than FIFO enable count only if that is set; changing it empties the FIFO. */
    void control(int value) {
        boolean on = (value & 1) != 0;
        if (on != fifo() || on && (value & 2) != 0) {
            clear();
        }
        fifoControl = on ? value & 0xC9 : 0;
    }

    boolean fifo() {
        return (fifoControl & 1) != 0;
    }

    private int depth() {
        return fifo() ? DEPTH : 1;
    }

    private int trigger() {
        return fifo() ? TRIGGERS[fifoControl >>> 6] : 1;
    }

    boolean hasRoom() {
        return count < depth();
    }

    boolean triggered() {
        return count >= trigger();
    }

    boolean timedOut() {
        return timedOut;
    }

    boolean overrun() {
        return overrun;
    }

    /** A character arrives; without room it is an overrun: a FIFO keeps what it has, the holding register the new one. */
    void put(int value) {
        if (hasRoom()) {
            queue[count++] = (byte) value;
        } else {
            overrun = true;
            if (!fifo()) {
                queue[0] = (byte) value;
            }
        }
        restart();
    }

    /** The oldest character; the last one again if there is none. */
    int take() {
        if (count > 0) {
            last = queue[0] & 0xFF;
            System.arraycopy(queue, 1, queue, 0, --count);
        }
        restart();
        return last;
    }

    /** The receiver's bits of LSR; reading clears the error. */
    int takeStatus() {
        int status = (count > 0 ? DATA_READY : 0) | (overrun ? OVERRUN : 0);
        overrun = false;
        return status;
    }

    /** How long four characters take: 16 clocks of the divided input a bit, as many bits as LCR says (8.3). */
    void characterTime(int divisor, int lineControl) {
        int bits = 1 + 5 + (lineControl & 3) + (lineControl >>> 3 & 1) + 1 + (lineControl >>> 2 & 1);
        timeout = Math.max(1, 4L * bits * 16 * Math.max(1, divisor) * NANOS / hertz);
    }

    /** Counts the four character times from now; an access or an arrival was the last event. */
    private void restart() {
        timedOut = false;
        timer.cancel();
        deadline = fifo() && count > 0 ? saturated(clock.now(), timeout) : NEVER;
        arm();
    }

    private static long saturated(long now, long more) {
        return now > Long.MAX_VALUE - more ? Long.MAX_VALUE : now + more;
    }

    private void arm() {
        timer = deadline == NEVER ? NO_TIMER : clock.at(deadline, this::expire);
    }

    private void expire() {
        deadline = NEVER;
        timedOut = true;
        onTimeout.run();
    }

    private void clear() {
        count = 0;
        restart();
    }

    void reset() {
        fifoControl = 0;
        overrun = false;
        last = 0;
        clear();
    }

    StateTree save() {
        return StateTree.EMPTY
                .with("queue", Arrays.copyOf(queue, count))
                .with("last", last)
                .with("fcr", fifoControl)
                .with("overrun", overrun ? 1 : 0)
                .with("timed-out", timedOut ? 1 : 0)
                .with("deadline", deadline);
    }

    /** Throws if that is no state of a receiver. */
    static void check(StateTree state) {
        if (state.bytes("queue").length > DEPTH) {
            throw new IllegalArgumentException("the FIFO holds " + DEPTH + " characters");
        }
        state.number("last", 0, 0xFF);
        state.number("fcr", 0, 0xFF);
        state.flag("overrun");
        state.flag("timed-out");
        state.number("deadline", NEVER, Long.MAX_VALUE);
    }

    void load(StateTree state) {
        byte[] saved = state.bytes("queue");
        System.arraycopy(saved, 0, queue, 0, saved.length);
        fifoControl = (int) state.number("fcr") & 0xC9;
        count = Math.min(saved.length, depth());
        last = (int) state.number("last");
        overrun = state.flag("overrun");
        timedOut = state.flag("timed-out");
        deadline = state.number("deadline");
        timer.cancel();
        arm();
    }
}

package dev.vmkit.machine.board;

import dev.vmkit.api.ByteStream;
import dev.vmkit.api.Snapshotable;
import dev.vmkit.api.StateTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** The stream between devices of a machine and a person or a file of the host. */
public final class Console implements ByteStream, Snapshotable {
    private final HostInput input;
    private final HostOutput output;
    private final InputLog log = new InputLog();
    private final ArrayDeque<Integer> arrived = new ArrayDeque<>();
    private final List<Runnable> listeners = new ArrayList<>();

    public Console(HostInput input, HostOutput output) {
        this.input = input;
        this.output = output;
    }

    /** What came in so far and has to be recorded to repeat the run. */
    public InputLog log() {
        return log;
    }

    @Override
    public boolean ready() {
        if (arrived.isEmpty()) {
            keep(input.asked());
        }
        return !arrived.isEmpty();
    }

    @Override
    public int read() {
        return ready() ? arrived.removeFirst() : HostInput.NOTHING;
    }

    @Override
    public void write(int value) {
        input.interrupted();
        output.write(value & 0xFF);
    }

    @Override
    public void onInput(Runnable listener) {
        listeners.add(listener);
    }

    private boolean keep(int value) {
        if (value != HostInput.NOTHING) {
            arrived.addLast(value);
        }
        return value != HostInput.NOTHING;
    }

    /** Picks up what came in by itself, and tells again of what nobody has read. */
    void pickUp(Moment now) {
        tell();
        if (input.recorded() || arrived.isEmpty()) {
            while (arrive(now, input.arrived(now)) && input.recorded()) {
                // One byte after another, so that a recorded run tells of each in turn.
            }
        }
    }

    /** Waits for input while every hart is idle; whether some came. */
    boolean await(Moment now, long nanos, boolean last) {
        output.flush();
        return arrive(now, input.awaited(now, nanos, last));
    }

    private boolean arrive(Moment now, int value) {
        record(now, value);
        boolean came = keep(value);
        if (came) {
            tell();
        }
        return came;
    }

    private void record(Moment now, int value) {
        if (value != HostInput.NOTHING && input.recorded()) {
            log.add(now, value);
        }
    }

    private void tell() {
        if (!arrived.isEmpty()) {
            listeners.forEach(Runnable::run);
        }
    }

    /** Whether the guest does nothing any more but ask for input that has ended. */
    boolean starving() {
        return input.starving();
    }

    void flush() {
        output.flush();
    }

    /** What came in and was not read. */
    @Override
    public StateTree save() {
        byte[] unread = new byte[arrived.size()];
        int count = 0;
        for (int value : arrived) {
            unread[count++] = (byte) value;
        }
        return StateTree.EMPTY.with("unread", unread);
    }

    @Override
    public void load(StateTree state) {
        byte[] unread = state.bytes("unread");
        arrived.clear();
        for (byte value : unread) {
            arrived.addLast(value & 0xFF);
        }
    }
}

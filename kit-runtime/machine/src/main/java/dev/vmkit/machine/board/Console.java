package dev.vmkit.machine.board;

import dev.vmkit.api.ByteStream;
import dev.vmkit.api.Snapshotable;
import dev.vmkit.api.StateTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The stream between devices of a machine and a person or a file of the host. */
public final class Console implements ByteStream, Snapshotable {
    /** Bytes that wait for a guest that reads none; the others wait at the host's end. */
    static final int ROOM = 1 << 12;

    private final HostInput input;
    private final HostOutput output;
    private Consumer<InputLog.Entry> recorder = entry -> {};
    private final ArrayDeque<Integer> arrived = new ArrayDeque<>();
    private final List<Runnable> listeners = new ArrayList<>();

    public Console(HostInput input, HostOutput output) {
        this.input = input;
        this.output = output;
    }

    HostInput input() {
        return input;
    }

    void record(Consumer<InputLog.Entry> reader) {
        recorder = reader;
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
            while (arrived.size() < ROOM && arrive(now) && input.recorded()) {
                // One byte after another, so that a recorded run tells of each in turn.
            }
        }
    }

    /** Picks up a byte that came in by itself, if there is one; whether there was, or a device now took what was there. */
    boolean arrive(Moment now) {
        int unread = arrived.size();
        tell();
        return arrived.size() < unread || arrive(now, input.arrived(now));
    }

    /** Waits for a byte while every hart is idle and nothing comes in at its own pace; whether one came. */
    boolean await(Moment now, boolean last) {
        return arrive(now, input.awaited(last));
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
            recorder.accept(new InputLog.Entry(now, InputLog.CONSOLE, new byte[] {(byte) value}));
        }
    }

    private void tell() {
        if (!arrived.isEmpty()) {
            listeners.forEach(Runnable::run);
        }
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

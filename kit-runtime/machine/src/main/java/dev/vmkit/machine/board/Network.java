package dev.vmkit.machine.board;

import dev.vmkit.api.NetworkPort;
import dev.vmkit.api.Snapshotable;
import dev.vmkit.api.StateTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The cable between a network device of a machine and the host. */
public final class Network implements NetworkPort, Snapshotable {
    /** Frames that wait for a device that takes none; the others wait at the host's end. */
    static final int ROOM = 64;

    private final HostNetwork host;
    private final ArrayDeque<byte[]> arrived = new ArrayDeque<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private Consumer<InputLog.Entry> recorder = entry -> {};

    Network(HostNetwork host) {
        this.host = host;
    }

    HostNetwork host() {
        return host;
    }

    void record(Consumer<InputLog.Entry> reader) {
        recorder = reader;
    }

    @Override
    public void send(byte[] frame) {
        if (isFrame(frame)) {
            host.sent(frame.clone());
        }
    }

    static boolean isFrame(byte[] bytes) {
        return bytes.length >= HEADER && bytes.length <= LONGEST;
    }

    @Override
    public boolean ready() {
        return !arrived.isEmpty();
    }

    @Override
    public Optional<byte[]> receive() {
        return Optional.ofNullable(arrived.poll());
    }

    @Override
    public void onFrame(Runnable listener) {
        listeners.add(listener);
    }

    /** Picks up what came in, and tells again of what nobody has taken; whether anything came. */
    boolean pickUp(Moment now) {
        boolean came = false;
        while (arrived.size() < ROOM && arrive(now)) {
            came = true;
        }
        if (!arrived.isEmpty()) {
            listeners.forEach(Runnable::run);
        }
        return came;
    }

    private boolean arrive(Moment now) {
        Optional<byte[]> frame = host.arrived(now);
        frame.ifPresent(bytes -> {
            recorder.accept(new InputLog.Entry(now, InputLog.NETWORK, bytes));
            arrived.add(bytes);
        });
        return frame.isPresent();
    }

    /** Forgets what has not been taken, at both ends. */
    void reset() {
        arrived.clear();
        host.reset();
    }

    /** What came in and was not taken. What is still on its way is lost with the connections of the host. */
    @Override
    public StateTree save() {
        Map<String, byte[]> frames = new LinkedHashMap<>();
        arrived.forEach(frame -> frames.put(Integer.toString(frames.size()), frame));
        return StateTree.of(frames);
    }

    @Override
    public void load(StateTree state) {
        List<byte[]> frames = new ArrayList<>();
        for (String name : state.values().keySet()) {
            frames.add(state.bytes(name));
        }
        if (frames.size() > ROOM || !frames.stream().allMatch(Network::isFrame)) {
            throw new IllegalArgumentException("these are not " + ROOM + " frames or fewer");
        }
        reset();
        arrived.addAll(frames);
    }
}

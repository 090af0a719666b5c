package dev.vmkit.testkit.device;

import dev.vmkit.api.NetworkPort;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The other end of a device's network. */
public final class BenchNetwork implements NetworkPort {
    private final ArrayDeque<byte[]> incoming = new ArrayDeque<>();
    private final List<byte[]> sent = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();

    /** A frame comes in, and the device is told. */
    public void arrive(byte[] frame) {
        incoming.add(frame.clone());
        listeners.forEach(Runnable::run);
    }

    /** Frames that came in and were not taken. */
    public int waiting() {
        return incoming.size();
    }

    /** Frames that the device sent, in order. */
    public List<byte[]> sent() {
        return List.copyOf(sent);
    }

    @Override
    public void send(byte[] frame) {
        sent.add(frame.clone());
    }

    @Override
    public boolean ready() {
        return !incoming.isEmpty();
    }

    @Override
    public Optional<byte[]> receive() {
        return Optional.ofNullable(incoming.poll());
    }

    @Override
    public void onFrame(Runnable listener) {
        listeners.add(listener);
    }
}

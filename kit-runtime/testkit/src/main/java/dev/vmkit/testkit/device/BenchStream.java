package dev.vmkit.testkit.device;

import dev.vmkit.api.ByteStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** The other end of a device's stream. */
public final class BenchStream implements ByteStream {
    private final ArrayDeque<Integer> incoming = new ArrayDeque<>();
    private final StringBuilder shown = new StringBuilder();
    private final List<Runnable> listeners = new ArrayList<>();

    /** A byte comes in, and the device is told. */
    public void arrive(int value) {
        lieReady(value);
        listeners.forEach(Runnable::run);
    }

    /** A byte comes in, but the device is not told: it finds it when it asks. */
    public void lieReady(int value) {
        incoming.add(value & 0xFF);
    }

    /** Bytes that came in and were not read. */
    public int unread() {
        return incoming.size();
    }

    void forget() {
        incoming.clear();
    }

    /** What went out, a character a byte. */
    public String shown() {
        return shown.toString();
    }

    @Override
    public boolean ready() {
        return !incoming.isEmpty();
    }

    @Override
    public int read() {
        return incoming.isEmpty() ? -1 : incoming.poll();
    }

    @Override
    public void write(int value) {
        shown.append((char) (value & 0xFF));
    }

    @Override
    public void onInput(Runnable listener) {
        listeners.add(listener);
    }
}

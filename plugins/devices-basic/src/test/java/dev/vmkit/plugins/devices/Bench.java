package dev.vmkit.plugins.devices;

import dev.vmkit.api.BlockStore;
import dev.vmkit.api.ByteStream;
import dev.vmkit.api.Clock;
import dev.vmkit.api.DeviceContext;
import dev.vmkit.api.DmaPort;
import dev.vmkit.api.InterruptLine;
import dev.vmkit.api.Parameters;
import dev.vmkit.api.PowerSwitch;
import dev.vmkit.api.Timer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Everything a device is given, so that a test can hold both ends. */
final class Bench implements DeviceContext, Clock, ByteStream {
    final Map<String, Long> parameters = new HashMap<>();
    final Map<String, Long> symbols = new HashMap<>();
    final ArrayDeque<Integer> incoming = new ArrayDeque<>();
    final StringBuilder sent = new StringBuilder();
    final byte[] memory = new byte[4096];
    final List<String> powered = new ArrayList<>();
    boolean raised;
    long time;
    private final List<Event> events = new ArrayList<>();
    private Runnable listener = () -> {};

    private record Event(long at, Runnable action) {}

    /** Lets time pass and runs what is due, in order. */
    void pass(long nanos) {
        long end = time + nanos;
        while (events.stream().anyMatch(e -> e.at <= end)) {
            Event next =
                    events.stream().min(Comparator.comparingLong(Event::at)).orElseThrow();
            events.remove(next);
            time = Math.max(time, next.at);
            next.action.run();
        }
        time = end;
    }

    int timers() {
        return events.size();
    }

    /** Has characters come in. */
    void type(String text) {
        text.chars().forEach(incoming::add);
        listener.run();
    }

    long word(int address) {
        return ByteBuffer.wrap(memory).order(ByteOrder.LITTLE_ENDIAN).getLong(address);
    }

    void word(int address, long value) {
        ByteBuffer.wrap(memory).order(ByteOrder.LITTLE_ENDIAN).putLong(address, value);
    }

    @Override
    public String name() {
        return "device";
    }

    @Override
    public Parameters parameters() {
        return new Parameters() {
            @Override
            public long number(String name) {
                return parameters.get(name);
            }

            @Override
            public String text(String name) {
                throw new IllegalArgumentException(name);
            }
        };
    }

    @Override
    public InterruptLine interrupt(String name) {
        return up -> raised = up;
    }

    @Override
    public ByteStream stream(String name) {
        return this;
    }

    @Override
    public DmaPort dma() {
        return new DmaPort() {
            @Override
            public boolean read(long address, byte[] target, int from, int length) {
                boolean inside = address >= 0 && address <= memory.length - length;
                if (inside) {
                    System.arraycopy(memory, (int) address, target, from, length);
                }
                return inside;
            }

            @Override
            public boolean write(long address, byte[] source, int from, int length) {
                boolean inside = address >= 0 && address <= memory.length - length;
                if (inside) {
                    System.arraycopy(source, from, memory, (int) address, length);
                }
                return inside;
            }
        };
    }

    @Override
    public Clock clock() {
        return this;
    }

    @Override
    public BlockStore store(String name) {
        throw new IllegalArgumentException(name);
    }

    @Override
    public PowerSwitch power() {
        return new PowerSwitch() {
            @Override
            public void off(int status) {
                powered.add("off " + status);
            }

            @Override
            public void reset() {
                powered.add("reset");
            }
        };
    }

    @Override
    public OptionalLong symbol(String name) {
        Long address = symbols.get(name);
        return address == null ? OptionalLong.empty() : OptionalLong.of(address);
    }

    @Override
    public long now() {
        return time;
    }

    @Override
    public Timer at(long at, Runnable event) {
        Event asked = new Event(at, event);
        events.add(asked);
        return () -> events.remove(asked);
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
        sent.append((char) value);
    }

    @Override
    public void onInput(Runnable newListener) {
        listener = newListener;
    }
}

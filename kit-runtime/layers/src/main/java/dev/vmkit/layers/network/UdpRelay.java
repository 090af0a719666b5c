package dev.vmkit.layers.network;

import dev.vmkit.layers.network.packet.UdpDatagram;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Carries datagrams between the guest and services of the host. Nobody says that a talk by datagrams is over: it is when
 * nothing was said for a minute, or when there are too many and it was silent longest.
 */
final class UdpRelay implements Closeable {
    static final int MOST = 64;

    private static final long SILENCE = 60_000_000_000L;

    private final Map<Integer, Integer> services;
    private final Sockets sockets;
    private final Outbox outbox;
    private final LinkedHashMap<Flow, Talk> talks = new LinkedHashMap<>(16, 0.75f, true);
    private long now;

    /** A socket that stands for a port of the guest. */
    private static final class Talk {
        private final DatagramChannel socket;
        private long lastWord;

        private Talk(DatagramChannel socket) {
            this.socket = socket;
        }
    }

    UdpRelay(Map<Integer, Integer> services, Sockets sockets, Outbox outbox) {
        this.services = services;
        this.sockets = sockets;
        this.outbox = outbox;
    }

    /** How many talks are going on. */
    int size() {
        return talks.size();
    }

    /** Takes a datagram to 10.0.2.2; whether a service is there. */
    boolean take(Flow flow, UdpDatagram datagram) {
        Integer port = services.get(flow.hostPort());
        if (port == null) {
            return false;
        }
        try {
            Talk talk = talks.get(flow);
            if (talk == null) {
                talk = open(flow, port);
            }
            talk.lastWord = now;
            talk.socket.write(ByteBuffer.wrap(datagram.payload()));
            return true;
        } catch (IOException refused) {
            end(flow);
            sockets.release();
            return false;
        }
    }

    private Talk open(Flow flow, int port) throws IOException {
        if (talks.size() >= MOST) {
            end(talks.firstEntry().getKey());
            sockets.release();
        }
        DatagramChannel socket = DatagramChannel.open();
        talks.put(flow, new Talk(socket));
        sockets.add(socket, SelectionKey.OP_READ, () -> receive(flow, socket));
        socket.connect(Loopback.port(port));
        return java.util.Objects.requireNonNull(talks.get(flow));
    }

    /** One datagram a time; those that no frame carries whole are lost, as they would be where fragments are. */
    private void receive(Flow flow, DatagramChannel socket) {
        ByteBuffer buffer = ByteBuffer.allocate(UdpDatagram.MOST + 1);
        try {
            if (socket.read(buffer) >= 0 && buffer.hasRemaining()) {
                byte[] payload = new byte[buffer.position()];
                buffer.get(0, payload);
                outbox.send(
                        new UdpDatagram(flow.hostPort(), flow.guestPort(), payload).between(Subnet.HOST, flow.guest()));
            }
        } catch (IOException refused) {
            end(flow);
        }
    }

    /** Ends what was silent for too long. */
    void poll(long newNow) {
        now = newNow;
        while (!talks.isEmpty() && talks.firstEntry().getValue().lastWord + SILENCE < now) {
            end(talks.firstEntry().getKey());
        }
    }

    private void end(Flow flow) {
        Talk talk = talks.remove(flow);
        if (talk != null) {
            close(talk.socket);
        }
    }

    private static void close(DatagramChannel socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends all. */
    @Override
    public void close() {
        new ArrayList<>(talks.keySet()).forEach(this::end);
    }
}

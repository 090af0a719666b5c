package dev.vmkit.layers.network;

import dev.vmkit.layers.network.packet.Ipv4Address;
import dev.vmkit.layers.network.packet.TcpSegment;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.LinkedHashMap;
import java.util.Map;

/** The connections between the guest and sockets of the host. */
final class TcpRelay implements Closeable {
    static final int MOST = 256;

    private static final int FIRST_PORT = 49_152; // of those that nobody owns, RFC 6335
    private static final int LAST_PORT = 65_535;
    private static final int STRIDE = 1 << 18;

    private final Map<Integer, Integer> services;
    private final Sockets sockets;
    private final Outbox outbox;
    private final Map<Flow, TcpConnection> connections = new LinkedHashMap<>();
    private int nextPort = FIRST_PORT;
    private int number;

    TcpRelay(Map<Integer, Integer> services, Sockets sockets, Outbox outbox) {
        this.services = services;
        this.sockets = sockets;
        this.outbox = outbox;
    }

    /** How many connections there are. */
    int size() {
        return connections.size();
    }

    boolean hasRoom() {
        return connections.size() < MOST;
    }

    /** Takes a segment to an address that is the host's or does not exist. */
    void take(Ipv4Address guest, Ipv4Address to, TcpSegment segment) {
        Flow flow = Flow.of(guest, segment);
        TcpConnection connection = to.equals(Subnet.HOST) ? connections.get(flow) : null;
        if (connection != null) {
            connection.take(segment);
        } else if (!to.equals(Subnet.HOST) || !begins(segment) || !dial(flow, segment)) {
            Refusal.of(segment).ifPresent(refusal -> outbox.send(refusal.between(to, guest)));
        }
    }

    private static boolean begins(TcpSegment segment) {
        return segment.has(TcpSegment.SYN) && !segment.has(TcpSegment.ACK | TcpSegment.RST | TcpSegment.FIN);
    }

    private boolean dial(Flow flow, TcpSegment syn) {
        Integer port = services.get(flow.hostPort());
        if (port == null || !hasRoom()) {
            return false;
        }
        try {
            connections.put(flow, TcpConnection.called(flow, port, sockets, outbox, nextNumber(), syn));
            return true;
        } catch (IOException refused) {
            sockets.release(); // A guest may call again and again before anybody looks at them.
            return false;
        }
    }

    /** Somebody on the host calls a port of the guest. */
    void call(SocketChannel caller, int port) throws IOException {
        Flow flow = freeFlow(port);
        connections.put(flow, TcpConnection.calling(flow, caller, sockets, outbox, nextNumber()));
    }

    private Flow freeFlow(int guestPort) {
        Flow flow;
        do {
            flow = new Flow(Subnet.GUEST, guestPort, nextPort);
            nextPort = nextPort == LAST_PORT ? FIRST_PORT : nextPort + 1;
        } while (connections.containsKey(flow));
        return flow;
    }

    private int nextNumber() {
        number += STRIDE;
        return number;
    }

    /** Serves all connections. */
    void poll(long now) {
        connections.values().forEach(connection -> connection.serve(now));
        connections.values().removeIf(TcpConnection::isClosed);
    }

    /** Ends all connections. */
    @Override
    public void close() {
        connections.values().forEach(TcpConnection::abandon);
        connections.clear();
    }
}

package dev.vmkit.layers.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** A port of the host's loopback that leads into the guest. Callers wait until the guest has shown itself. */
final class Forward {
    private final ServerSocketChannel socket;
    private final SelectionKey key;
    private final TcpRelay relay;
    private final int guestPort;

    private Forward(ServerSocketChannel socket, Sockets sockets, TcpRelay relay, int guestPort) throws IOException {
        this.socket = socket;
        this.relay = relay;
        this.guestPort = guestPort;
        this.key = sockets.add(socket, 0, this::accept);
    }

    /**
     * Opens a port.
     *
     * @throws IOException if it is taken
     */
    static Forward open(int hostPort, int guestPort, Sockets sockets, TcpRelay relay) throws IOException {
        ServerSocketChannel socket = ServerSocketChannel.open();
        try {
            socket.bind(Loopback.port(hostPort));
            return new Forward(socket, sockets, relay, guestPort);
        } catch (IOException taken) {
            socket.close();
            throw taken;
        }
    }

    /** The host's port. */
    int port() {
        try {
            return ((InetSocketAddress) socket.getLocalAddress()).getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets callers in, or has them wait. */
    void admit(boolean guestIsThere) {
        key.interestOps(guestIsThere && relay.hasRoom() ? SelectionKey.OP_ACCEPT : 0);
    }

    private void accept() {
        try {
            @Nullable SocketChannel caller = socket.accept();
            if (caller != null) {
                call(caller);
            }
        } catch (IOException gone) {
            // The caller has given up.
        }
    }

    private void call(SocketChannel caller) throws IOException {
        try {
            relay.call(caller, guestPort);
        } catch (IOException refused) {
            caller.close();
            throw refused;
        }
    }
}

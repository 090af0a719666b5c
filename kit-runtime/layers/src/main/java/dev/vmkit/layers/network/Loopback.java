package dev.vmkit.layers.network;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** The only place of the host that a guest's network reaches. */
final class Loopback {
    private static final byte[] ADDRESS = {127, 0, 0, 1};

    private Loopback() {}

    static InetSocketAddress port(int port) {
        try {
            return new InetSocketAddress(InetAddress.getByAddress(ADDRESS), port);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}

package dev.vmkit.layers.network;

import java.io.IOException;

/** A port of the host's loopback cannot be had. */
public final class PortTaken extends IOException {
    private static final long serialVersionUID = 1L;

    private final int port;

    PortTaken(int port, IOException cause) {
        super("port " + port + " of the host cannot be had: " + cause.getMessage(), cause);
        this.port = port;
    }

    /** Which. */
    public int port() {
        return port;
    }
}

package dev.vmkit.api;

import java.util.Optional;

/**
 * A device's plug to a network: whole Ethernet frames from the destination address to the end of the payload, without
 * preamble and checksum.
 */
@Experimental(Use.CALL)
public interface NetworkPort {
    /** Bytes of the shortest frame that is one: two addresses and a type. */
    int HEADER = 14;

    /** Bytes of the longest frame that a network carries. */
    int LONGEST = HEADER + 1500;

    /**
     * Sends a frame, which is copied. One of fewer than {@link #HEADER} or more than {@link #LONGEST} bytes is lost, as are
     * those that come faster than the network carries them. Never blocks.
     */
    void send(byte[] frame);

    /** Whether {@link #receive} would give a frame now. */
    boolean ready();

    /** Takes the next frame that came in, if there is one. What a device does not take waits, and then more is not sent. */
    Optional<byte[]> receive();

    /** Has something run, between two instructions, whenever a frame has come in; again, as long as one waits. */
    void onFrame(Runnable listener);
}

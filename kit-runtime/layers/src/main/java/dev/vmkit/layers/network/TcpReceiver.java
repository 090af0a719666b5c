package dev.vmkit.layers.network;

import dev.vmkit.layers.network.packet.TcpSegment;
import java.io.IOException;
import java.nio.channels.WritableByteChannel;

/** The half of a connection that takes bytes from the guest (RFC 9293, 3.10.7.4). */
final class TcpReceiver {
    private final ByteQueue bytes = new ByteQueue();
    private int next;
    private int told = ByteQueue.CAPACITY;
    private boolean finished;

    /**
     * A receiver of nothing yet.
     *
     * @param first the sequence number of the first byte
     */
    TcpReceiver(int first) {
        next = first;
    }

    /** Sequence number of what is to come next. */
    int next() {
        return next;
    }

    /** Whether the guest has said all it will say. */
    boolean finished() {
        return finished;
    }

    /** Whether nothing waits for the socket. */
    boolean isEmpty() {
        return bytes.size() == 0;
    }

    /** Whether a segment has a place in the window; one before it or beyond it is an old one, or none of this connection. */
    boolean accepts(TcpSegment segment) {
        int from = segment.sequence() - next;
        int length = Math.max(1, segment.length());
        return from < Math.max(1, bytes.room()) && from + length > 0;
    }

    /** Takes what is new of an accepted segment, if it joins what is there; there is no order to restore on this link. */
    void take(TcpSegment segment) {
        int known = next - segment.sequence();
        if (known < 0 || finished) {
            return;
        }
        int there = segment.payload().length;
        int length = Math.min(there - known, bytes.room());
        if (length > 0) {
            bytes.add(segment.payload(), known, length);
            next += length;
        }
        if (segment.has(TcpSegment.FIN) && segment.sequence() + there == next) {
            next++;
            finished = true;
        }
    }

    /** The window to tell the guest. */
    int tellWindow() {
        told = bytes.room();
        return told;
    }

    /** Whether the guest should hear that the window has opened. */
    boolean hasNewWindow() {
        return told < ByteQueue.CAPACITY / 2 && bytes.room() >= ByteQueue.CAPACITY / 2;
    }

    /** Hands a socket what it takes now. */
    void drain(WritableByteChannel socket) throws IOException {
        bytes.drain(socket);
    }
}

package dev.vmkit.layers.network;

import dev.vmkit.layers.network.packet.TcpSegment;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;

/** The half of a connection that carries bytes to the guest, once the guest has taken the SYN (RFC 9293, 3.8). */
final class TcpSender {
    private final ByteQueue bytes = new ByteQueue(); // from the oldest that the guest has not acknowledged
    private final int largest;
    private int oldest;
    private int next;
    private int furthest;
    private int window;
    private boolean finished;
    private boolean finSent;
    private boolean finTaken;
    private boolean probeDue;

    /**
     * A sender of nothing yet.
     *
     * @param first the sequence number of the first byte
     * @param window bytes that the guest takes
     * @param largest bytes that the guest takes in one segment, at least 1
     */
    TcpSender(int first, int window, int largest) {
        this.oldest = first;
        this.next = first;
        this.furthest = first;
        this.window = window;
        this.largest = largest;
    }

    /** Sequence number of what is sent next. */
    int next() {
        return next;
    }

    /** Whether the socket's bytes are all here. */
    boolean finished() {
        return finished;
    }

    /** Whether the guest has taken all there is and will be. */
    boolean done() {
        return finTaken;
    }

    boolean hasRoom() {
        return bytes.room() > 0;
    }

    /** Whether the guest has still to acknowledge something that was sent. */
    boolean inFlight() {
        return next != oldest;
    }

    /** Whether bytes wait for the guest to open its window. */
    boolean blocked() {
        return bytes.size() > 0 && !inFlight() && window == 0;
    }

    /** Takes up what a socket gives now. */
    void fill(ReadableByteChannel socket) throws IOException {
        finished |= !bytes.fill(socket);
    }

    /** Whether a number acknowledges nothing that was not sent. */
    boolean sent(int acknowledgement) {
        return acknowledgement - furthest <= 0;
    }

    /** The guest has everything before a number, which {@link #sent}, and takes a window more; whether that was news. */
    boolean acknowledged(int before, int newWindow) {
        int taken = before - oldest;
        if (taken < 0) {
            return false;
        }
        window = newWindow;
        finTaken |= finished && taken == bytes.size() + 1;
        finSent |= finTaken;
        bytes.drop(Math.min(taken, bytes.size()));
        oldest = before;
        next = next - oldest < 0 ? oldest : next;
        return taken > 0;
    }

    /** Nothing came back for too long: all that is in flight is sent again, and a closed window is tried. */
    void rewind() {
        next = oldest;
        finSent = finTaken;
        probeDue = blocked();
    }

    /** What the guest takes now: a payload and whether it ends the stream. */
    Optional<Piece> piece() {
        if (probeDue && blocked()) {
            return Optional.of(probe());
        }
        int flying = next - oldest;
        int length = Math.min(Math.min(largest, bytes.size() - flying), window - flying);
        boolean last = finished && !finSent && flying + Math.max(0, length) == bytes.size();
        if (finSent || length <= 0 && !last) {
            return Optional.empty();
        }
        Piece piece = new Piece(next, bytes.peek(flying, Math.max(0, length)), last);
        next += piece.payload().length + (last ? 1 : 0);
        finSent = last;
        furthest = next - furthest > 0 ? next : furthest;
        return Optional.of(piece);
    }

    /**
     * A byte beyond the window, lest the segment that opened it was lost (RFC 9293, 3.8.6.1). It is not in flight, so that
     * the guest need not take it.
     */
    private Piece probe() {
        probeDue = false;
        furthest = next + 1 - furthest > 0 ? next + 1 : furthest;
        return new Piece(next, bytes.peek(0, 1), false);
    }

    /** Something to send. */
    record Piece(int sequence, byte[] payload, boolean last) {
        int flags() {
            return TcpSegment.ACK | (last ? TcpSegment.FIN : 0) | (payload.length > 0 ? TcpSegment.PSH : 0);
        }
    }
}

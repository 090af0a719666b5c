package dev.vmkit.layers.network;

import static dev.vmkit.layers.network.packet.TcpSegment.ACK;
import static dev.vmkit.layers.network.packet.TcpSegment.RST;
import static dev.vmkit.layers.network.packet.TcpSegment.SYN;

import dev.vmkit.layers.network.packet.TcpSegment;
import java.util.OptionalInt;

/** Sends the segments of one connection to the guest. */
record SegmentWriter(Flow flow, Outbox outbox) {

    boolean hasRoom() {
        return outbox.room() > 0;
    }

    /** Calls the guest. */
    void call(int number) {
        send(number, 0, SYN, ByteQueue.CAPACITY, OptionalInt.of(TcpSegment.MOST), new byte[0]);
    }

    /** Answers the guest's call. */
    void answer(int number, TcpReceiver receiver) {
        OptionalInt size = OptionalInt.of(TcpSegment.MOST);
        send(number, receiver.next(), SYN | ACK, ByteQueue.CAPACITY, size, new byte[0]);
    }

    /** Sends a piece of the stream, which may be empty, and acknowledges what came. */
    void send(TcpSender.Piece piece, TcpReceiver receiver) {
        send(
                piece.sequence(),
                receiver.next(),
                piece.flags(),
                receiver.tellWindow(),
                OptionalInt.empty(),
                piece.payload());
    }

    void reset(int sequence, int acknowledgement) {
        send(sequence, acknowledgement, RST | ACK, 0, OptionalInt.empty(), new byte[0]);
    }

    /** Resets what the guest takes for this connection. */
    void refuse(TcpSegment segment) {
        Refusal.of(segment).ifPresent(this::send);
    }

    private void send(int sequence, int acknowledgement, int flags, int window, OptionalInt size, byte[] payload) {
        send(new TcpSegment(
                flow.hostPort(), flow.guestPort(), sequence, acknowledgement, flags, window, size, payload));
    }

    private void send(TcpSegment segment) {
        outbox.send(segment.between(Subnet.HOST, flow.guest()));
    }
}

package dev.vmkit.layers.network;

import static dev.vmkit.layers.network.packet.TcpSegment.ACK;
import static dev.vmkit.layers.network.packet.TcpSegment.RST;

import dev.vmkit.layers.network.packet.TcpSegment;
import java.util.Optional;
import java.util.OptionalInt;

/** The answer to a segment that belongs to no connection (RFC 9293, 3.10.7.1). */
final class Refusal {
    private Refusal() {}

    /** A reset; none for a reset. */
    static Optional<TcpSegment> of(TcpSegment segment) {
        if (segment.has(RST)) {
            return Optional.empty();
        }
        boolean known = segment.has(ACK);
        return Optional.of(new TcpSegment(
                segment.toPort(),
                segment.fromPort(),
                known ? segment.acknowledgement() : 0,
                known ? 0 : segment.sequence() + segment.length(),
                known ? RST : RST | ACK,
                0,
                OptionalInt.empty(),
                new byte[0]));
    }
}

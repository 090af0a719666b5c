package dev.vmkit.layers.network;

import dev.vmkit.layers.network.packet.EthernetFrame;
import dev.vmkit.layers.network.packet.Ipv4Packet;
import dev.vmkit.layers.network.packet.Mac;
import java.util.ArrayDeque;
import java.util.Optional;

/** Frames on their way to the guest. What does not fit is lost, as in any network. */
final class Outbox {
    static final int ROOM = 128;

    private final ArrayDeque<byte[]> frames = new ArrayDeque<>();
    private Mac guest = Mac.BROADCAST;

    /** The guest's device, as far as it has shown itself. */
    void guest(Mac mac) {
        guest = mac;
    }

    int room() {
        return ROOM - frames.size();
    }

    void send(Ipv4Packet packet) {
        send(guest, EthernetFrame.IPV4, packet.bytes());
    }

    void send(Mac to, int type, byte[] payload) {
        if (room() > 0) {
            frames.add(new EthernetFrame(to, Subnet.DEVICE, type, payload).bytes());
        }
    }

    Optional<byte[]> next() {
        return Optional.ofNullable(frames.poll());
    }

    void clear() {
        frames.clear();
        guest = Mac.BROADCAST;
    }
}

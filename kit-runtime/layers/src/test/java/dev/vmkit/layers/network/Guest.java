package dev.vmkit.layers.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.layers.network.packet.ArpPacket;
import dev.vmkit.layers.network.packet.EthernetFrame;
import dev.vmkit.layers.network.packet.IcmpMessage;
import dev.vmkit.layers.network.packet.Ipv4Address;
import dev.vmkit.layers.network.packet.Ipv4Packet;
import dev.vmkit.layers.network.packet.Mac;
import dev.vmkit.layers.network.packet.TcpSegment;
import dev.vmkit.layers.network.packet.UdpDatagram;
import dev.vmkit.machine.board.Moment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The other end of a network: a guest that says what a test wants, frame by frame. */
final class Guest implements AutoCloseable {
    static final Ipv4Address ADDRESS = Ipv4Address.of(10, 0, 2, 15);
    static final Ipv4Address HOST = Ipv4Address.of(10, 0, 2, 2);
    static final Mac DEVICE = new Mac(0x5254_0012_3456L);

    private final UserNetwork network;
    private long now;

    Guest(NetworkRules rules) {
        try {
            network = UserNetwork.open(rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    UserNetwork network() {
        return network;
    }

    /** Lets virtual time pass. */
    void pass(long nanos) {
        now += nanos;
    }

    void send(EthernetFrame frame) {
        network.sent(frame.bytes());
    }

    void send(ArpPacket arp) {
        send(new EthernetFrame(Mac.BROADCAST, DEVICE, EthernetFrame.ARP, arp.bytes()));
    }

    void send(Ipv4Packet packet) {
        send(new EthernetFrame(new Mac(0x5255_0A00_0202L), DEVICE, EthernetFrame.IPV4, packet.bytes()));
    }

    void send(TcpSegment segment) {
        send(segment.between(ADDRESS, HOST));
    }

    void send(UdpDatagram datagram, Ipv4Address to) {
        send(datagram.between(ADDRESS, to));
    }

    void send(IcmpMessage message, Ipv4Address to) {
        send(new Ipv4Packet(ADDRESS, to, Ipv4Packet.ICMP, message.bytes()));
    }

    /** Asks who has the host's address, as a guest does before all else. */
    void appear() {
        send(new ArpPacket(true, DEVICE, ADDRESS, new Mac(0), HOST));
        assertThat(frame()).isPresent();
    }

    /** The next frame, if there is one now. */
    Optional<EthernetFrame> frame() {
        return network.arrived(new Moment(0, now, false))
                .map(bytes -> EthernetFrame.read(bytes).orElseThrow());
    }

    /** All frames that are there now. */
    List<EthernetFrame> frames() {
        List<EthernetFrame> frames = new ArrayList<>();
        for (Optional<EthernetFrame> next = frame(); next.isPresent(); next = frame()) {
            frames.add(next.get());
        }
        return frames;
    }

    /** The next packet; waits for the host. */
    Ipv4Packet packet() {
        Optional<EthernetFrame> next = frame();
        while (next.isEmpty()) {
            network.bell().orElseThrow().await(100_000_000);
            next = frame();
        }
        return Ipv4Packet.read(next.get().payload()).orElseThrow();
    }

    TcpSegment segment() {
        return TcpSegment.read(packet()).orElseThrow();
    }

    UdpDatagram datagram() {
        return UdpDatagram.read(packet()).orElseThrow();
    }

    @Override
    public void close() {
        network.close();
    }
}

package dev.vmkit.layers.network;

import dev.vmkit.layers.network.packet.Ipv4Address;
import dev.vmkit.layers.network.packet.TcpSegment;
import dev.vmkit.layers.network.packet.UdpDatagram;

/** Two ends that talk: a port of the guest, and a port of 10.0.2.2 as the guest sees it. */
record Flow(Ipv4Address guest, int guestPort, int hostPort) {

    static Flow of(Ipv4Address guest, TcpSegment segment) {
        return new Flow(guest, segment.fromPort(), segment.toPort());
    }

    static Flow of(Ipv4Address guest, UdpDatagram datagram) {
        return new Flow(guest, datagram.fromPort(), datagram.toPort());
    }
}

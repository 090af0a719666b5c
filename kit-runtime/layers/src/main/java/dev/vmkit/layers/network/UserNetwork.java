package dev.vmkit.layers.network;

import dev.vmkit.layers.network.packet.ArpPacket;
import dev.vmkit.layers.network.packet.DhcpMessage;
import dev.vmkit.layers.network.packet.EthernetFrame;
import dev.vmkit.layers.network.packet.IcmpMessage;
import dev.vmkit.layers.network.packet.Ipv4Address;
import dev.vmkit.layers.network.packet.Ipv4Packet;
import dev.vmkit.layers.network.packet.Mac;
import dev.vmkit.layers.network.packet.TcpSegment;
import dev.vmkit.layers.network.packet.UdpDatagram;
import dev.vmkit.machine.board.Doorbell;
import dev.vmkit.machine.board.HostNetwork;
import dev.vmkit.machine.board.Moment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A network with address translation, inside the kit. It answers as a gateway would (ARP, DHCP, DNS, ping), carries TCP and
 * UDP to the services that its rules name, and refuses all else. What it answers by itself depends on the guest alone.
 */
public final class UserNetwork implements HostNetwork {
    private final Sockets sockets;
    private final Outbox outbox = new Outbox();
    private final NameServer names;
    private final UdpRelay udp;
    private final TcpRelay tcp;
    private final List<Forward> forwards = new ArrayList<>();
    private boolean guestSeen;

    private UserNetwork(NetworkRules rules, Sockets sockets) {
        this.sockets = sockets;
        this.names = new NameServer(rules.names());
        this.udp = new UdpRelay(rules.services(), sockets, outbox);
        this.tcp = new TcpRelay(rules.services(), sockets, outbox);
    }

    /**
     * A network with these rules; to be closed.
     *
     * @throws PortTaken if a port of the host that leads to the guest cannot be had
     * @throws IOException if the host gives no sockets
     */
    public static UserNetwork open(NetworkRules rules) throws IOException {
        UserNetwork network = new UserNetwork(rules, new Sockets());
        for (Map.Entry<Integer, Integer> forward : rules.forwards().entrySet()) {
            try {
                network.forwards.add(Forward.open(forward.getKey(), forward.getValue(), network.sockets, network.tcp));
            } catch (IOException taken) {
                network.close();
                throw new PortTaken(forward.getKey(), taken);
            }
        }
        return network;
    }

    /** The host's ports that lead to the guest, in the order of the rules. */
    public List<Integer> forwardedPorts() {
        return forwards.stream().map(Forward::port).toList();
    }

    @Override
    public void sent(byte[] bytes) {
        EthernetFrame.read(bytes)
                .filter(frame -> frame.from().single())
                .filter(frame -> frame.to().equals(Subnet.DEVICE) || !frame.to().single())
                .ifPresent(this::take);
    }

    private void take(EthernetFrame frame) {
        outbox.guest(frame.from());
        guestSeen = true;
        switch (frame.type()) {
            case EthernetFrame.ARP -> ArpPacket.read(frame.payload()).ifPresent(arp -> take(frame.from(), arp));
            case EthernetFrame.IPV4 -> Ipv4Packet.read(frame.payload()).ifPresent(this::take);
            default -> {}
        }
    }

    private void take(Mac from, ArpPacket arp) {
        if (arp.request() && Subnet.isHost(arp.target())) {
            ArpPacket reply = new ArpPacket(false, Subnet.DEVICE, arp.target(), arp.senderMac(), arp.sender());
            outbox.send(from, EthernetFrame.ARP, reply.bytes());
        }
    }

    private void take(Ipv4Packet packet) {
        boolean known = Subnet.mayBeGuest(packet.from());
        if (packet.protocol() == Ipv4Packet.UDP) {
            UdpDatagram.read(packet).ifPresent(datagram -> take(packet, datagram, known));
        } else if (known && packet.protocol() == Ipv4Packet.ICMP) {
            IcmpMessage.read(packet.payload()).ifPresent(message -> take(packet, message));
        } else if (known && Subnet.isHost(packet.to()) && packet.protocol() == Ipv4Packet.TCP) {
            TcpSegment.read(packet).ifPresent(segment -> tcp.take(packet.from(), packet.to(), segment));
        } else if (known) {
            refuse(packet);
        }
    }

    private void take(Ipv4Packet packet, UdpDatagram datagram, boolean known) {
        if (datagram.toPort() == AddressServer.SERVER_PORT) {
            DhcpMessage.read(datagram.payload())
                    .flatMap(AddressServer::answer)
                    .ifPresent(answer -> outbox.send(
                            new UdpDatagram(AddressServer.SERVER_PORT, AddressServer.CLIENT_PORT, answer.bytes())
                                    .between(Subnet.HOST, Ipv4Address.BROADCAST)));
        } else if (known && packet.to().equals(Subnet.NAMES) && datagram.toPort() == NameServer.PORT) {
            names.answer(datagram.payload())
                    .ifPresent(answer -> outbox.send(new UdpDatagram(NameServer.PORT, datagram.fromPort(), answer)
                            .between(Subnet.NAMES, packet.from())));
        } else if (known
                && !(packet.to().equals(Subnet.HOST) && udp.take(Flow.of(packet.from(), datagram), datagram))) {
            refuse(packet);
        }
    }

    private void take(Ipv4Packet packet, IcmpMessage message) {
        if (message.type() == IcmpMessage.ECHO && Subnet.isHost(packet.to())) {
            IcmpMessage reply = new IcmpMessage(IcmpMessage.ECHO_REPLY, 0, message.rest(), message.data());
            outbox.send(new Ipv4Packet(packet.to(), packet.from(), Ipv4Packet.ICMP, reply.bytes()));
        } else if (message.type() == IcmpMessage.ECHO) {
            refuse(packet);
        }
    }

    /** Says at once that a packet leads nowhere, so that no guest waits for a time-out; nothing about what is for many. */
    private void refuse(Ipv4Packet packet) {
        boolean here = Subnet.isHost(packet.to());
        boolean outside = !packet.to().sharesPrefix(Subnet.GUEST, Subnet.PREFIX)
                && packet.to().bits() >>> 28 < 0xE;
        if (here || outside) {
            IcmpMessage message = IcmpMessage.unreachable(here ? IcmpMessage.PORT : IcmpMessage.PROHIBITED, packet);
            outbox.send(new Ipv4Packet(Subnet.HOST, packet.from(), Ipv4Packet.ICMP, message.bytes()));
        }
    }

    @Override
    public Optional<byte[]> arrived(Moment now) {
        Optional<byte[]> waiting = outbox.next();
        if (waiting.isPresent()) {
            return waiting;
        }
        forwards.forEach(forward -> forward.admit(guestSeen));
        sockets.poll();
        udp.poll(now.nanos());
        tcp.poll(now.nanos());
        return outbox.next();
    }

    /** While a connection is open, or one may be opened from outside. */
    @Override
    public boolean live() {
        return tcp.size() > 0 || udp.size() > 0 || guestSeen && !forwards.isEmpty();
    }

    @Override
    public Optional<Doorbell> bell() {
        return Optional.of(sockets);
    }

    @Override
    public void reset() {
        tcp.close();
        udp.close();
        sockets.release();
        outbox.clear();
        guestSeen = false;
    }

    @Override
    public void close() {
        reset();
        sockets.close();
    }
}

package dev.vmkit.layers.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.layers.network.packet.ArpPacket;
import dev.vmkit.layers.network.packet.DhcpMessage;
import dev.vmkit.layers.network.packet.EthernetFrame;
import dev.vmkit.layers.network.packet.IcmpMessage;
import dev.vmkit.layers.network.packet.Ipv4Address;
import dev.vmkit.layers.network.packet.Ipv4Packet;
import dev.vmkit.layers.network.packet.Mac;
import dev.vmkit.layers.network.packet.UdpDatagram;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UserNetworkTests {
    private static final Ipv4Address NAMES = Ipv4Address.of(10, 0, 2, 3);
    private static final Ipv4Address OUTSIDE = Ipv4Address.of(192, 0, 2, 1);
    private static final byte[] DATA = "question".getBytes(StandardCharsets.US_ASCII);

    private Guest guest = new Guest(new NetworkRules(Map.of(), Map.of(), Set.of("web.test")));

    @AfterEach
    void close() {
        guest.close();
    }

    @Test
    void says_whose_the_hosts_two_addresses_are_and_nobody_elses() {
        guest.send(new ArpPacket(true, Guest.DEVICE, Guest.ADDRESS, new Mac(0), Guest.HOST));
        EthernetFrame frame = guest.frame().orElseThrow();
        assertThat(frame.to()).isEqualTo(Guest.DEVICE);
        assertThat(ArpPacket.read(frame.payload()).orElseThrow())
                .isEqualTo(new ArpPacket(false, frame.from(), Guest.HOST, Guest.DEVICE, Guest.ADDRESS));
        guest.send(new ArpPacket(true, Guest.DEVICE, Guest.ADDRESS, new Mac(0), Ipv4Address.of(10, 0, 2, 77)));
        guest.send(new ArpPacket(true, Guest.DEVICE, Guest.ADDRESS, new Mac(0), Guest.ADDRESS));
        assertThat(guest.frames()).isEmpty();
    }

    @Test
    void answers_pings_of_the_host_with_the_same_bytes() {
        guest.send(new IcmpMessage(IcmpMessage.ECHO, 0, 0x0007_0001, DATA), Guest.HOST);
        Ipv4Packet packet = guest.packet();
        IcmpMessage reply = IcmpMessage.read(packet.payload()).orElseThrow();
        assertThat(packet.from()).isEqualTo(Guest.HOST);
        assertThat(reply.type()).isZero();
        assertThat(reply.rest()).isEqualTo(0x0007_0001);
        assertThat(reply.data()).isEqualTo(DATA);
    }

    @Test
    void says_at_once_that_nothing_else_can_be_reached() {
        guest.send(new UdpDatagram(1000, 53, DATA), OUTSIDE);
        Ipv4Packet packet = guest.packet();
        IcmpMessage message = IcmpMessage.read(packet.payload()).orElseThrow();
        assertThat(packet.to()).isEqualTo(Guest.ADDRESS);
        assertThat(message.type()).isEqualTo(3);
        assertThat(message.code()).isEqualTo(13);
        assertThat(Arrays.copyOfRange(message.data(), 12, 20)).containsExactly(10, 0, 2, 15, 192 - 256, 0, 2, 1);

        guest.send(new UdpDatagram(1000, 7, DATA), Guest.HOST);
        assertThat(IcmpMessage.read(guest.packet().payload()).orElseThrow().code())
                .isEqualTo(3);
    }

    @Test
    void says_nothing_about_what_is_for_many_or_is_itself_a_complaint() {
        guest.send(new UdpDatagram(1000, 7, DATA), Ipv4Address.of(224, 0, 0, 251));
        guest.send(new UdpDatagram(1000, 7, DATA), Ipv4Address.BROADCAST);
        guest.send(new UdpDatagram(1000, 7, DATA), Ipv4Address.of(10, 0, 2, 255));
        guest.send(new IcmpMessage(3, 1, 0, DATA), Guest.HOST);
        guest.send(new IcmpMessage(3, 1, 0, DATA), OUTSIDE);
        assertThat(guest.frames()).isEmpty();
    }

    @Test
    void takes_nothing_from_addresses_that_cannot_be_the_guests() {
        for (Ipv4Address from :
                List.of(Guest.HOST, NAMES, OUTSIDE, Ipv4Address.of(10, 0, 2, 255), Ipv4Address.of(127, 0, 0, 1))) {
            guest.send(new UdpDatagram(1000, 7, DATA).between(from, Guest.HOST));
            guest.send(new Ipv4Packet(
                    from, Guest.HOST, Ipv4Packet.ICMP, new IcmpMessage(IcmpMessage.ECHO, 0, 0, DATA).bytes()));
        }
        assertThat(guest.frames()).isEmpty();
    }

    @Test
    void gives_the_guest_its_address_for_the_asking() {
        DhcpMessage offer = dhcp(Map.of(53, new byte[] {1}));
        assertThat(offer.options().get(53)).containsExactly(2);
        assertThat(offer.offered()).isEqualTo(Guest.ADDRESS);
        assertThat(offer.transaction()).isEqualTo(0xCAFE);
        DhcpMessage lease =
                dhcp(Map.of(53, new byte[] {3}, 50, new byte[] {10, 0, 2, 15}, 54, new byte[] {10, 0, 2, 2}));
        assertThat(lease.options().get(53)).containsExactly(5);
        assertThat(lease.options().get(1)).containsExactly(255, 255, 255, 0);
        assertThat(lease.options().get(3)).containsExactly(10, 0, 2, 2);
        assertThat(lease.options().get(6)).containsExactly(10, 0, 2, 3);
        DhcpMessage refusal = dhcp(Map.of(53, new byte[] {3}, 50, new byte[] {10, 0, 2, 99}));
        assertThat(refusal.options().get(53)).containsExactly(6);
        assertThat(refusal.offered()).isEqualTo(Ipv4Address.NONE);
    }

    @Test
    void tells_a_guest_that_has_an_address_about_the_network_without_a_lease() {
        DhcpMessage facts = dhcp(Map.of(53, new byte[] {8}));
        assertThat(facts.options()).containsOnlyKeys(1, 3, 6, 53, 54);
        assertThat(facts.options().get(53)).containsExactly(5);
        assertThat(facts.offered()).isEqualTo(Ipv4Address.NONE);
    }

    private DhcpMessage dhcp(Map<Integer, byte[]> options) {
        send(new DhcpMessage(true, 0xCAFE, 0, Ipv4Address.NONE, Ipv4Address.NONE, Guest.DEVICE, options));
        UdpDatagram datagram = guest.datagram();
        assertThat(datagram.toPort()).isEqualTo(68);
        return DhcpMessage.read(datagram.payload()).orElseThrow();
    }

    private void send(DhcpMessage message) {
        guest.send(new UdpDatagram(68, 67, message.bytes()).between(Ipv4Address.NONE, Ipv4Address.BROADCAST));
    }

    @Test
    void leaves_alone_what_is_said_to_another_address_server_or_needs_no_answer() {
        for (Map<Integer, byte[]> options : List.of(
                Map.of(53, new byte[] {3}, 54, new byte[] {10, 0, 2, 99}),
                Map.of(53, new byte[] {7}),
                Map.of(53, new byte[] {1, 1}),
                Map.<Integer, byte[]>of())) {
            send(new DhcpMessage(true, 1, 0, Ipv4Address.NONE, Ipv4Address.NONE, Guest.DEVICE, options));
        }
        send(new DhcpMessage(
                false, 1, 0, Ipv4Address.NONE, Ipv4Address.NONE, Guest.DEVICE, Map.of(53, new byte[] {1})));
        assertThat(guest.frames()).isEmpty();
    }

    @Test
    void knows_the_names_it_was_given_and_no_others() {
        byte[] known = ask("0357656204746573 7400", 1);
        assertThat(known[3] & 0xF).isZero();
        assertThat(Arrays.copyOfRange(known, known.length - 4, known.length)).containsExactly(10, 0, 2, 2);
        byte[] otherType = ask("0377656204746573 7400", 28);
        assertThat(otherType[3] & 0xF).isZero();
        assertThat(otherType[7]).isZero();
        assertThat(ask("03666f6f00", 1)[3] & 0xF).isEqualTo(3);
    }

    private byte[] ask(String name, int type) {
        byte[] bytes = HexFormat.of().parseHex(name.replace(" ", ""));
        ByteBuffer out = ByteBuffer.allocate(12 + bytes.length + 4);
        out.putShort((short) 0x1234)
                .putShort((short) 0x0100)
                .putShort((short) 1)
                .position(12);
        out.put(bytes).putShort((short) type).putShort((short) 1);
        guest.send(new UdpDatagram(2000, 53, out.array()), NAMES);
        UdpDatagram answer = guest.datagram();
        assertThat(answer.toPort()).isEqualTo(2000);
        assertThat(Arrays.copyOf(answer.payload(), 2)).containsExactly(0x12, 0x34);
        return answer.payload();
    }

    @Test
    void equal_guests_get_equal_answers_at_equal_times() {
        List<String> first = conversation();
        guest.close();
        guest = new Guest(new NetworkRules(Map.of(), Map.of(), Set.of("web.test")));
        assertThat(conversation()).isEqualTo(first);
        assertThat(guest.network().live()).isFalse();
    }

    private List<String> conversation() {
        Random random = new Random(3);
        List<String> heard = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            byte[] frame = new UdpDatagram(random.nextInt(0x10000), random.nextInt(100), DATA)
                    .between(Guest.ADDRESS, random.nextBoolean() ? Guest.HOST : NAMES)
                    .bytes();
            guest.send(new EthernetFrame(Mac.BROADCAST, Guest.DEVICE, EthernetFrame.IPV4, frame));
            guest.frames().forEach(f -> heard.add(HexFormat.of().formatHex(f.bytes())));
        }
        return heard;
    }

    @Test
    void contains_frames_of_any_bytes() {
        Random random = new Random(21);
        List<byte[]> templates = List.of(
                new ArpPacket(true, Guest.DEVICE, Guest.ADDRESS, new Mac(0), Guest.HOST).bytes(),
                new UdpDatagram(68, 67, new byte[300])
                        .between(Ipv4Address.NONE, Ipv4Address.BROADCAST)
                        .bytes(),
                new Ipv4Packet(Guest.ADDRESS, Guest.HOST, Ipv4Packet.TCP, new byte[40]).bytes(),
                new byte[1500]);
        for (int i = 0; i < 50_000; i++) {
            byte[] payload = templates.get(random.nextInt(templates.size())).clone();
            for (int k = random.nextInt(8); k > 0; k--) {
                payload[random.nextInt(payload.length)] = (byte) random.nextInt();
            }
            int type = random.nextBoolean() ? EthernetFrame.IPV4 : EthernetFrame.ARP;
            guest.send(new EthernetFrame(Mac.BROADCAST, Guest.DEVICE, type, payload));
            guest.frame();
        }
        guest.frames();
        guest.send(new IcmpMessage(IcmpMessage.ECHO, 0, 1, DATA), Guest.HOST);
        assertThat(IcmpMessage.read(guest.packet().payload()).orElseThrow().data())
                .isEqualTo(DATA);
    }

    @Test
    void keeps_no_more_answers_than_it_has_room_for_however_much_is_asked() {
        for (int i = 0; i < 100_000; i++) {
            guest.send(new IcmpMessage(IcmpMessage.ECHO, 0, i, DATA), Guest.HOST);
        }
        assertThat(guest.frames()).hasSize(Outbox.ROOM);
    }

    @Test
    void case_21_sends_no_stale_bytes_after_a_short_frame() {
        byte[] short1 = Arrays.copyOf(
                new Ipv4Packet(Guest.ADDRESS, Guest.HOST, Ipv4Packet.ICMP, new IcmpMessage(8, 0, 1, DATA).bytes())
                        .bytes(),
                30); // cut within the message
        guest.send(new EthernetFrame(Mac.BROADCAST, Guest.DEVICE, EthernetFrame.IPV4, short1));
        assertThat(guest.frames()).isEmpty();
    }

    @Test
    void carries_datagrams_to_a_service_and_back() throws IOException {
        try (DatagramSocket service = new DatagramSocket(0, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            guest.close();
            guest = new Guest(new NetworkRules(Map.of(69, service.getLocalPort()), Map.of(), Set.of()));
            guest.send(new UdpDatagram(4000, 69, DATA), Guest.HOST);
            assertThat(guest.network().live()).isTrue();
            DatagramPacket question = new DatagramPacket(new byte[100], 100);
            service.receive(question);
            assertThat(Arrays.copyOf(question.getData(), question.getLength())).isEqualTo(DATA);
            service.send(new DatagramPacket(new byte[] {42}, 1, question.getSocketAddress()));
            UdpDatagram answer = guest.datagram();
            assertThat(answer.fromPort()).isEqualTo(69);
            assertThat(answer.toPort()).isEqualTo(4000);
            assertThat(answer.payload()).containsExactly(42);
            guest.pass(61_000_000_000L);
            guest.frames();
            assertThat(guest.network().live()).isFalse();
        }
    }

    @Test
    void opens_no_more_sockets_for_datagrams_than_it_may() throws IOException {
        try (DatagramSocket service = new DatagramSocket(0, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            long before = Descriptors.open();
            Sockets sockets = new Sockets();
            UdpRelay relay = new UdpRelay(Map.of(69, service.getLocalPort()), sockets, new Outbox());
            for (int port = 1000; port < 3000; port++) {
                relay.take(new Flow(Guest.ADDRESS, port, 69), new UdpDatagram(port, 69, DATA));
            }
            assertThat(relay.size()).isEqualTo(UdpRelay.MOST);
            assertThat(Descriptors.open()).isLessThan(before + UdpRelay.MOST + 50);
            relay.close();
            sockets.close();
        }
    }

    @Test
    void says_which_port_is_taken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> UserNetwork.open(new NetworkRules(Map.of(), Map.of(port, 22), Set.of())))
                    .isInstanceOfSatisfying(
                            PortTaken.class, e -> assertThat(e.port()).isEqualTo(port));
        }
    }
}

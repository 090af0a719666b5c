package dev.vmkit.layers.network.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PacketTests {
    private static final Ipv4Address A = Ipv4Address.of(10, 0, 2, 15);
    private static final Ipv4Address B = Ipv4Address.of(10, 0, 2, 2);
    private static final Mac DEVICE = new Mac(0x5254_0012_3456L);
    private static final byte[] DATA = "data".getBytes(StandardCharsets.US_ASCII);

    private final EthernetFrame frame = new EthernetFrame(Mac.BROADCAST, DEVICE, EthernetFrame.ARP, DATA);
    private final ArpPacket arp = new ArpPacket(true, DEVICE, A, new Mac(0), B);
    private final Ipv4Packet ip = new Ipv4Packet(A, B, Ipv4Packet.ICMP, DATA);
    private final IcmpMessage icmp = new IcmpMessage(IcmpMessage.ECHO, 0, 0x1234_0001, DATA);
    private final UdpDatagram udp = new UdpDatagram(1000, 53, DATA);
    private final TcpSegment tcp =
            new TcpSegment(1000, 80, -2, 7, TcpSegment.SYN | TcpSegment.ACK, 0xFFFF, OptionalInt.of(1460), DATA);
    private final DhcpMessage dhcp =
            new DhcpMessage(true, 0xCAFE, 0x8000, A, B, DEVICE, Map.of(53, new byte[] {1}, 55, new byte[] {1, 3, 6}));

    /** How a format's bytes become a record and bytes again. */
    private static final List<Function<byte[], byte[]>> FORMATS = List.of(
            bytes -> EthernetFrame.read(bytes).map(EthernetFrame::bytes).orElse(null),
            bytes -> ArpPacket.read(bytes).map(ArpPacket::bytes).orElse(null),
            bytes -> Ipv4Packet.read(bytes).map(Ipv4Packet::bytes).orElse(null),
            bytes -> IcmpMessage.read(bytes).map(IcmpMessage::bytes).orElse(null),
            bytes -> UdpDatagram.read(new Ipv4Packet(A, B, Ipv4Packet.UDP, bytes))
                    .map(datagram -> datagram.between(A, B).payload())
                    .orElse(null),
            bytes -> TcpSegment.read(new Ipv4Packet(A, B, Ipv4Packet.TCP, bytes))
                    .map(segment -> segment.between(A, B).payload())
                    .orElse(null),
            bytes -> DhcpMessage.read(bytes).map(DhcpMessage::bytes).orElse(null));

    private List<byte[]> samples() {
        return List.of(
                frame.bytes(),
                arp.bytes(),
                ip.bytes(),
                icmp.bytes(),
                udp.between(A, B).payload(),
                tcp.between(A, B).payload(),
                dhcp.bytes());
    }

    @Test
    void every_format_reads_what_it_wrote() {
        for (int i = 0; i < FORMATS.size(); i++) {
            byte[] sample = samples().get(i);
            assertThat(FORMATS.get(i).apply(sample)).as("format " + i).isEqualTo(sample);
        }
    }

    @Test
    void no_cut_or_damaged_packet_does_more_than_not_be_one() {
        Random random = new Random(19);
        for (int i = 0; i < FORMATS.size(); i++) {
            byte[] sample = samples().get(i);
            for (int length = 0; length < sample.length; length++) {
                FORMATS.get(i).apply(Arrays.copyOf(sample, length));
            }
            for (int n = 0; n < 20_000; n++) {
                byte[] damaged = Arrays.copyOf(sample, random.nextInt(sample.length + 4));
                for (int k = random.nextInt(6); k > 0 && damaged.length > 0; k--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }
                FORMATS.get(i).apply(damaged);
                DnsQuestion.read(damaged);
            }
        }
    }

    @Test
    void the_checksum_is_that_of_the_example_in_rfc_1071() {
        byte[] bytes = HexFormat.of().parseHex("0001f203f4f5f6f7");
        assertThat(InternetChecksum.of(bytes, bytes.length)).isEqualTo(~0xDDF2 & 0xFFFF);
    }

    @Test
    void case_21_a_packet_ends_where_it_says_and_not_where_the_frame_does() {
        byte[] padded = Arrays.copyOf(ip.bytes(), 60);
        Arrays.fill(padded, 24, 60, (byte) 0x55);
        assertThat(Ipv4Packet.read(padded).orElseThrow().payload()).isEqualTo(DATA);
    }

    @Test
    void case_21_a_packet_that_says_it_is_longer_than_the_frame_is_none() {
        byte[] bytes = ip.bytes();
        bytes[3]++;
        assertThat(Ipv4Packet.read(sealed(bytes))).isEmpty();
    }

    @Test
    void a_packet_with_a_header_too_short_or_beyond_its_end_is_none() {
        for (int words : List.of(0, 4, 7, 15)) {
            byte[] bytes = ip.bytes();
            bytes[0] = (byte) (0x40 | words);
            assertThat(Ipv4Packet.read(sealed(bytes))).isEmpty();
        }
    }

    @Test
    void case_19_a_fragment_is_no_packet_whether_it_is_first_or_not() {
        for (int field : List.of(0x2000, 0x0001, 0x1FFF, 0x3FFF)) {
            byte[] bytes = ip.bytes();
            ByteBuffer.wrap(bytes).putShort(6, (short) field);
            assertThat(Ipv4Packet.read(sealed(bytes))).as("%x", field).isEmpty();
        }
    }

    @Test
    void a_packet_with_another_version_or_a_wrong_checksum_is_none() {
        byte[] six = ip.bytes();
        six[0] = 0x65;
        assertThat(Ipv4Packet.read(sealed(six))).isEmpty();
        byte[] wrong = ip.bytes();
        wrong[8]--;
        assertThat(Ipv4Packet.read(wrong)).isEmpty();
    }

    /** With the checksum it should have. */
    private static byte[] sealed(byte[] bytes) {
        ByteBuffer.wrap(bytes).putShort(10, (short) 0);
        int header = Math.min(bytes.length, Math.max(20, (bytes[0] & 0xF) * 4));
        ByteBuffer.wrap(bytes).putShort(10, (short) InternetChecksum.of(bytes, header));
        return bytes;
    }

    @Test
    void a_datagram_ends_where_it_says_and_lies_within_its_packet() {
        byte[] bytes = new UdpDatagram(1, 2, new byte[8]).between(A, B).payload();
        bytes[6] = 0;
        bytes[7] = 0; // no checksum
        for (int length : List.of(0, 7, 17, 0xFFFF)) {
            ByteBuffer.wrap(bytes).putShort(4, (short) length);
            assertThat(UdpDatagram.read(new Ipv4Packet(A, B, Ipv4Packet.UDP, bytes)))
                    .isEmpty();
        }
        ByteBuffer.wrap(bytes).putShort(4, (short) 10);
        UdpDatagram short2 =
                UdpDatagram.read(new Ipv4Packet(A, B, Ipv4Packet.UDP, bytes)).orElseThrow();
        assertThat(short2.payload()).hasSize(2);
    }

    @Test
    void options_of_a_segment_that_end_too_early_or_never_are_dropped() {
        for (String options : List.of("02", "0204", "020405", "0200", "02ff05b4", "01010102", "00020405")) {
            byte[] more = Arrays.copyOf(HexFormat.of().parseHex(options), 4);
            if (!options.startsWith("00") && options.length() < 8) {
                Arrays.fill(more, options.length() / 2, 4, (byte) 1);
            }
            TcpSegment segment = read(more);
            assertThat(segment.payload()).as(options).isEqualTo(DATA);
        }
        assertThat(read(HexFormat.of().parseHex("020405b4")).segmentSize()).hasValue(1460);
        assertThat(read(HexFormat.of().parseHex("00ffffff")).segmentSize()).isEmpty();
    }

    private TcpSegment read(byte[] options) {
        TcpSegment bare = new TcpSegment(1, 2, 3, 4, TcpSegment.ACK, 5, OptionalInt.empty(), new byte[0]);
        byte[] header = bare.between(A, B).payload();
        ByteBuffer out = ByteBuffer.allocate(header.length + options.length + DATA.length);
        out.put(header).put(options).put(DATA);
        out.put(12, (byte) ((header.length + options.length) / 4 << 4)).putShort(16, (short) 0);
        int checksum = new InternetChecksum()
                .addPseudoHeader(A, B, Ipv4Packet.TCP, out.capacity())
                .add(out.array(), 0, out.capacity())
                .value();
        out.putShort(16, (short) checksum);
        return TcpSegment.read(new Ipv4Packet(A, B, Ipv4Packet.TCP, out.array()))
                .orElseThrow();
    }

    @Test
    void a_question_to_a_name_server_has_one_whole_name_and_no_references() {
        assertThat(question("03777777 0364656200", 1))
                .get()
                .extracting(DnsQuestion::name)
                .isEqualTo("www.deb");
        assertThat(question("03575757 00", 1))
                .get()
                .extracting(DnsQuestion::name)
                .isEqualTo("www");
        assertThat(question("c00c", 1)).isEmpty();
        assertThat(question("40" + "61".repeat(64) + "00", 1)).isEmpty();
        assertThat(question(("3f" + "61".repeat(63)).repeat(5) + "00", 1)).isEmpty();
        assertThat(question("0361", 1)).isEmpty();
        assertThat(question("036161", 2)).isEmpty();
    }

    private static java.util.Optional<DnsQuestion> question(String name, int count) {
        byte[] bytes = HexFormat.of().parseHex(name.replace(" ", ""));
        ByteBuffer out = ByteBuffer.allocate(12 + bytes.length + 4);
        out.putShort((short) 7).putShort((short) 0x0100).putShort((short) count).position(12);
        return DnsQuestion.read(
                out.put(bytes).putShort((short) 1).putShort((short) 1).array());
    }
}

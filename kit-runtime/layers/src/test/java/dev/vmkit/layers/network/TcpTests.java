package dev.vmkit.layers.network;

import static dev.vmkit.layers.network.packet.TcpSegment.ACK;
import static dev.vmkit.layers.network.packet.TcpSegment.FIN;
import static dev.vmkit.layers.network.packet.TcpSegment.RST;
import static dev.vmkit.layers.network.packet.TcpSegment.SYN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.layers.network.packet.EthernetFrame;
import dev.vmkit.layers.network.packet.IcmpMessage;
import dev.vmkit.layers.network.packet.Ipv4Address;
import dev.vmkit.layers.network.packet.Ipv4Packet;
import dev.vmkit.layers.network.packet.TcpSegment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TcpTests {
    private static final int PORT = 40_000;
    private static final int SERVICE = 80;
    private static final int WINDOW = 60_000;

    private final ServerSocket server;
    private final Guest guest;
    private int sequence = 1000;
    private int expected;

    TcpTests() throws IOException {
        server = new ServerSocket(0, 300, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        guest = new Guest(new NetworkRules(Map.of(SERVICE, server.getLocalPort()), Map.of(0, 22), Set.of()));
    }

    @AfterEach
    void close() throws IOException {
        guest.close();
        server.close();
    }

    private TcpSegment segment(int flags, int window, byte[] payload) {
        return new TcpSegment(PORT, SERVICE, sequence, expected, flags, window, OptionalInt.empty(), payload);
    }

    private void say(int flags, String text) {
        byte[] payload = text.getBytes(StandardCharsets.US_ASCII);
        TcpSegment segment = segment(flags, WINDOW, payload);
        guest.send(segment);
        sequence += segment.length();
    }

    /** The guest connects; the host's end. */
    private Socket connect() throws IOException {
        say(SYN, "");
        TcpSegment answer = guest.segment();
        assertThat(answer.flags()).isEqualTo(SYN | ACK);
        assertThat(answer.acknowledgement()).isEqualTo(sequence);
        assertThat(answer.segmentSize()).hasValue(1460);
        expected = answer.sequence() + 1;
        say(ACK, "");
        return server.accept();
    }

    /** Data from the host, acknowledged segment by segment, until so many bytes have come. */
    private byte[] hear(int bytes) {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        while (heard.size() < bytes) {
            TcpSegment segment = guest.segment();
            assertThat(segment.sequence()).isEqualTo(expected);
            heard.writeBytes(segment.payload());
            expected += segment.length();
            say(ACK, "");
        }
        return heard.toByteArray();
    }

    @Test
    void carries_what_both_ends_say_and_both_their_ends() throws IOException {
        try (Socket host = connect()) {
            say(ACK, "GET /");
            assertThat(host.getInputStream().readNBytes(guestSpoke()))
                    .isEqualTo("GET /".getBytes(StandardCharsets.US_ASCII));
            host.getOutputStream().write("page".getBytes(StandardCharsets.US_ASCII));
            assertThat(hear(4)).isEqualTo("page".getBytes(StandardCharsets.US_ASCII));
            host.shutdownOutput();
            TcpSegment end = guest.segment();
            assertThat(end.flags()).isEqualTo(FIN | ACK);
            expected++;
            say(ACK | FIN, "");
            TcpSegment last = guest.segment();
            assertThat(last.acknowledgement()).isEqualTo(sequence);
            assertThat(host.getInputStream().read()).isEqualTo(-1);
            guest.frames();
        }
        assertNoConnectionIsLeft();
    }

    /** Waits until the guest's five bytes are acknowledged. */
    private int guestSpoke() {
        assertThat(guest.segment().acknowledgement()).isEqualTo(sequence);
        return 5;
    }

    private void assertNoConnectionIsLeft() {
        say(ACK, "");
        TcpSegment refusal = guest.segment();
        assertThat(refusal.flags()).isEqualTo(RST);
        assertThat(refusal.sequence()).isEqualTo(expected);
    }

    @Test
    void lets_the_guest_end_first_and_hear_the_rest() throws IOException {
        try (Socket host = connect()) {
            say(ACK | FIN, "");
            assertThat(guest.segment().acknowledgement()).isEqualTo(sequence);
            assertThat(host.getInputStream().read()).isEqualTo(-1);
            host.getOutputStream().write(new byte[] {7, 8});
            host.shutdownOutput();
            assertThat(hear(2)).containsExactly(7, 8);
        }
    }

    @Test
    void carries_much_in_both_directions_unchanged() throws Exception {
        byte[] data = new byte[1_000_000];
        new Random(1).nextBytes(data);
        try (Socket host = connect()) {
            Thread echo = Thread.ofPlatform().start(() -> {
                try {
                    host.getInputStream().transferTo(host.getOutputStream());
                    host.shutdownOutput();
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            assertThat(exchange(data)).isEqualTo(data);
            say(ACK | FIN, "");
            guest.frames();
            echo.join();
        }
    }

    /** Sends everything within the window it is given, and acknowledges everything it gets. */
    private byte[] exchange(byte[] data) {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        int start = sequence;
        int acknowledged = start;
        int window = 1000;
        while (heard.size() < data.length) {
            int at = sequence - start;
            int length = Math.min(Math.min(1460, data.length - at), acknowledged + window - sequence);
            if (length > 0) {
                guest.send(segment(ACK, WINDOW, Arrays.copyOfRange(data, at, at + length)));
                sequence += length;
            } else {
                guest.network().bell().orElseThrow().await(10_000_000);
            }
            for (EthernetFrame frame : guest.frames()) {
                TcpSegment segment = TcpSegment.read(
                                Ipv4Packet.read(frame.payload()).orElseThrow())
                        .orElseThrow();
                acknowledged = segment.acknowledgement();
                window = segment.window();
                assertThat(window).isBetween(0, ByteQueue.CAPACITY);
                assertThat(segment.sequence()).isEqualTo(expected);
                heard.writeBytes(segment.payload());
                expected += segment.length();
            }
            say(ACK, "");
        }
        return heard.toByteArray();
    }

    @Test
    void refuses_ports_that_no_rule_names_and_services_that_are_not_there() throws IOException {
        guest.send(new TcpSegment(PORT, 81, 5, 0, SYN, WINDOW, OptionalInt.empty(), new byte[0]));
        TcpSegment refusal = guest.segment();
        assertThat(refusal.flags()).isEqualTo(RST | ACK);
        assertThat(refusal.acknowledgement()).isEqualTo(6);
        server.close();
        say(SYN, "");
        assertThat(guest.segment().flags()).isEqualTo(RST | ACK);
    }

    @Test
    void refuses_hosts_that_are_outside() {
        TcpSegment syn = new TcpSegment(PORT, SERVICE, 5, 0, SYN, WINDOW, OptionalInt.empty(), new byte[0]);
        guest.send(syn.between(Guest.ADDRESS, Ipv4Address.of(192, 0, 2, 1)));
        assertThat(IcmpMessage.read(guest.packet().payload()).orElseThrow().code())
                .isEqualTo(13);
        guest.send(syn.between(Guest.ADDRESS, Ipv4Address.of(10, 0, 2, 3)));
        assertThat(guest.segment().flags()).isEqualTo(RST | ACK);
    }

    @Test
    void takes_what_comes_twice_once_and_asks_again_for_what_is_missing() throws IOException {
        try (Socket host = connect()) {
            say(ACK, "abc");
            sequence -= 3;
            say(ACK, "abcd");
            int missing = sequence;
            sequence += 2;
            say(ACK, "g");
            List<TcpSegment> answers = new ArrayList<>();
            answers.add(guest.segment());
            guest.frames();
            assertThat(answers.getLast().acknowledgement()).isEqualTo(missing);
            sequence = missing;
            say(ACK, "efg");
            guest.segment();
            assertThat(new String(host.getInputStream().readNBytes(7), StandardCharsets.US_ASCII))
                    .isEqualTo("abcdefg");
        }
    }

    @Test
    void sends_no_more_than_the_guests_window_and_goes_on_when_it_opens() throws IOException {
        try (Socket host = connect()) {
            guest.send(segment(ACK, 0, new byte[0]));
            host.getOutputStream().write(new byte[5000]);
            guest.network().bell().orElseThrow().await(1_000_000_000);
            assertThat(guest.frames()).isEmpty();
            guest.send(segment(ACK, 2000, new byte[0]));
            int came = 0;
            for (EthernetFrame frame : guest.frames()) {
                came += TcpSegment.read(Ipv4Packet.read(frame.payload()).orElseThrow())
                        .orElseThrow()
                        .payload()
                        .length;
            }
            assertThat(came).isEqualTo(2000);
        }
    }

    @Test
    void closes_its_window_to_a_guest_whose_service_does_not_listen() throws IOException {
        try (Socket host = connect()) {
            int window = 0xFFFF;
            for (int i = 0; i < 10_000 && window > 0; i++) {
                guest.send(segment(ACK, WINDOW, new byte[Math.min(1460, window)]));
                sequence += Math.min(1460, window);
                window = guest.segment().window();
            }
            assertThat(window).isZero();
            guest.send(segment(ACK, WINDOW, new byte[] {1})); // a probe
            TcpSegment answer = guest.segment();
            assertThat(answer.acknowledgement()).isEqualTo(sequence);
            assertThat(answer.window()).isZero();
            host.getInputStream().skipNBytes(sequence - 1001 - ByteQueue.CAPACITY); // what the host has already
            assertThat(guest.segment().window()).isPositive();
        }
    }

    @Test
    void a_reset_of_one_end_is_a_reset_of_the_other() throws IOException {
        try (Socket host = connect()) {
            sequence++;
            say(RST, ""); // not the number that is due: RFC 5961
            assertThat(guest.segment().flags()).isEqualTo(ACK);
            sequence--;
            say(RST, "");
            guest.frames();
            assertThat(readFails(host)).isTrue();
        }
        sequence += 100_000;
        Socket other = connect();
        other.setSoLinger(true, 0);
        other.close();
        assertThat(guest.segment().flags() & RST).isNotZero();
    }

    private static boolean readFails(Socket socket) {
        try {
            return socket.getInputStream().read() < -1;
        } catch (IOException reset) {
            return true;
        }
    }

    @Test
    void sends_again_what_the_guest_does_not_acknowledge_and_gives_up_in_the_end() throws IOException {
        try (Socket host = connect()) {
            host.getOutputStream().write(new byte[] {9});
            TcpSegment first = guest.segment();
            guest.frames();
            int again = 0;
            for (int second = 0; second < 200; second++) {
                guest.pass(1_000_000_000);
                for (EthernetFrame frame : guest.frames()) {
                    TcpSegment segment = TcpSegment.read(
                                    Ipv4Packet.read(frame.payload()).orElseThrow())
                            .orElseThrow();
                    if (segment.has(RST)) {
                        assertThat(again).isEqualTo(6);
                        assertThat(readFails(host)).isTrue();
                        return;
                    }
                    assertThat(segment.sequence()).isEqualTo(first.sequence());
                    assertThat(segment.payload()).containsExactly(9);
                    again++;
                }
            }
            throw new AssertionError("sent " + again + " times again, and never gave up");
        }
    }

    @Test
    void case_20_takes_urgent_data_as_data_wherever_its_pointer_points() throws IOException {
        try (Socket host = connect()) {
            byte[] bytes = segment(ACK, WINDOW, new byte[] {1, 2, 3})
                    .between(Guest.ADDRESS, Guest.HOST)
                    .payload();
            bytes[13] |= 32;
            ByteBuffer.wrap(bytes).putShort(18, (short) 0xFFFF);
            // The sum has changed by the flag and the pointer.
            int sum = ByteBuffer.wrap(bytes).getShort(16) & 0xFFFF;
            int folded = (~sum & 0xFFFF) + 32 + 0xFFFF;
            folded = (folded & 0xFFFF) + (folded >>> 16);
            folded = (folded & 0xFFFF) + (folded >>> 16);
            ByteBuffer.wrap(bytes).putShort(16, (short) ~folded);
            guest.send(new Ipv4Packet(Guest.ADDRESS, Guest.HOST, Ipv4Packet.TCP, bytes));
            sequence += 3;
            assertThat(guest.segment().acknowledgement()).isEqualTo(sequence);
            assertThat(host.getInputStream().readNBytes(3)).containsExactly(1, 2, 3);
        }
    }

    @Test
    void contains_segments_with_any_numbers_and_flags() throws IOException {
        try (Socket host = connect()) {
            Random random = new Random(20);
            int base = sequence;
            for (int i = 0; i < 20_000; i++) {
                int near = random.nextInt(-70_000, 70_000);
                guest.send(new TcpSegment(
                        PORT + random.nextInt(3),
                        SERVICE,
                        random.nextBoolean() ? base + near : random.nextInt(),
                        random.nextBoolean() ? expected + near : random.nextInt(),
                        random.nextInt(32) & ~RST,
                        random.nextInt(0x10000),
                        random.nextBoolean() ? OptionalInt.of(random.nextInt(0x10000)) : OptionalInt.empty(),
                        new byte[random.nextInt(20)]));
                if (i % 10 == 0) {
                    guest.frames();
                }
            }
            guest.frames();
            sequence = base - 100_000; // outside of any window: a connection that is there says what is due
            guest.send(segment(ACK, WINDOW, new byte[0]));
            TcpSegment answer = guest.segment();
            assertThat(answer.flags()).isEqualTo(ACK);
            assertThat(answer.toPort()).isEqualTo(PORT);
        }
        guest.network().reset();
        guest.send(new IcmpMessage(IcmpMessage.ECHO, 0, 1, new byte[4]), Guest.HOST);
        assertThat(guest.frames()).hasSize(1);
    }

    @Test
    void opens_no_more_connections_than_it_may_however_many_are_called_for() throws IOException {
        int answered = 0;
        int refused = 0;
        for (int port = 1000; port < 2000; port++) {
            guest.send(new TcpSegment(port, SERVICE, 5, 0, SYN, WINDOW, OptionalInt.empty(), new byte[0]));
            boolean reset = guest.segment().has(RST);
            refused += reset ? 1 : 0;
            answered += reset ? 0 : 1;
        }
        assertThat(answered).isEqualTo(TcpRelay.MOST);
        assertThat(refused).isEqualTo(1000 - TcpRelay.MOST);
        guest.network().reset();
        assertThat(guest.network().live()).isFalse();
    }

    @Test
    void a_guest_that_calls_in_vain_again_and_again_holds_no_sockets() throws IOException {
        server.close();
        long before = Descriptors.open();
        for (int port = 1000; port < 2000; port++) {
            guest.send(new TcpSegment(port, SERVICE, 5, 0, SYN, WINDOW, OptionalInt.empty(), new byte[0]));
        }
        assertThat(Descriptors.open()).isLessThan(before + TcpRelay.MOST + 50);
    }

    @Test
    void asks_a_guest_whose_window_stays_closed_for_as_long_as_it_answers() throws IOException {
        try (Socket host = connect()) {
            guest.send(segment(ACK, 0, new byte[0]));
            host.getOutputStream().write("late".getBytes(StandardCharsets.US_ASCII));
            guest.network().bell().orElseThrow().await(1_000_000_000);
            for (int i = 0; i < 20; i++) {
                TcpSegment probe = probe();
                assertThat(probe.sequence()).isEqualTo(expected);
                assertThat(probe.payload()).containsExactly('l');
                guest.send(segment(ACK, 0, new byte[0]));
            }
            probe();
            expected++; // the guest takes it, and says that it takes more
            say(ACK, "");
            assertThat(hear(3)).isEqualTo("ate".getBytes(StandardCharsets.US_ASCII));
        }
    }

    @Test
    void gives_up_a_guest_that_closed_its_window_and_answers_no_more() throws IOException {
        try (Socket host = connect()) {
            guest.send(segment(ACK, 0, new byte[0]));
            host.getOutputStream().write(new byte[5]);
            guest.network().bell().orElseThrow().await(1_000_000_000);
            int probes = 0;
            TcpSegment next = probe();
            while (!next.has(RST)) {
                probes++;
                next = probe();
            }
            assertThat(probes).isEqualTo(6);
            assertThat(readFails(host)).isTrue();
        }
    }

    /** What the guest hears next when time passes. */
    private TcpSegment probe() {
        for (int second = 0; second < 200; second++) {
            List<EthernetFrame> frames = guest.frames();
            if (!frames.isEmpty()) {
                return TcpSegment.read(
                                Ipv4Packet.read(frames.getFirst().payload()).orElseThrow())
                        .orElseThrow();
            }
            guest.pass(1_000_000_000);
        }
        throw new AssertionError("nothing came");
    }

    @Test
    void a_caller_from_the_host_reaches_the_guest_once_it_has_shown_itself() throws IOException {
        int port = guest.network().forwardedPorts().getFirst();
        try (Socket caller = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port)) {
            assertThat(guest.frames()).isEmpty();
            guest.appear();
            TcpSegment call = guest.segment();
            assertThat(call.flags()).isEqualTo(SYN);
            assertThat(call.toPort()).isEqualTo(22);
            TcpSegment answer = new TcpSegment(
                    22, call.fromPort(), 77, call.sequence() + 1, SYN | ACK, WINDOW, OptionalInt.of(1460), new byte[0]);
            guest.send(answer);
            assertThat(guest.segment().acknowledgement()).isEqualTo(78);
            guest.send(new TcpSegment(
                    22, call.fromPort(), 78, call.sequence() + 1, ACK, WINDOW, OptionalInt.empty(), new byte[] {65}));
            guest.segment();
            assertThat(caller.getInputStream().read()).isEqualTo(65);
            caller.getOutputStream().write(66);
            assertThat(guest.segment().payload()).containsExactly(66);
        }
    }

    @Test
    void a_caller_is_told_that_nobody_listens_in_the_guest() throws IOException {
        guest.appear();
        int port = guest.network().forwardedPorts().getFirst();
        try (Socket caller = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port)) {
            TcpSegment call = guest.segment();
            guest.send(new TcpSegment(
                    22, call.fromPort(), 0, call.sequence() + 1, RST | ACK, 0, OptionalInt.empty(), new byte[0]));
            guest.frames();
            assertThat(readFails(caller)).isTrue();
        }
    }

    @Test
    void forgets_connections_when_the_guest_starts_anew() throws IOException {
        try (Socket host = connect()) {
            guest.network().reset();
            assertThat(readFails(host)).isTrue();
            assertThat(guest.network().live()).isFalse();
        }
    }
}

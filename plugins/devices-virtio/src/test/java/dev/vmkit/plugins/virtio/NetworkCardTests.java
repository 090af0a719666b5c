package dev.vmkit.plugins.virtio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vmkit.testkit.device.DeviceBench;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkCardTests {
    private static final int RECEIVE = 0;
    private static final int TRANSMIT = 1;
    private static final int HEADER = 12;
    private static final int BUFFER = 1526;
    private static final long FEATURES = GuestDriver.VERSION_1 | 1L << 5 | 1L << 16;

    private final DeviceBench bench = Benches.network("52:54:00:12:34:56");
    private final GuestDriver driver = new GuestDriver(bench);

    private GuestDriver started() {
        return driver.start(FEATURES, 2, 8);
    }

    private static byte[] frame(int bytes) {
        byte[] frame = new byte[bytes];
        new Random(bytes).nextBytes(frame);
        return frame;
    }

    @Test
    void says_its_address_and_that_the_cable_is_plugged_in() {
        started();
        for (int i = 0; i < 6; i++) {
            assertThat(bench.read(GuestDriver.CONFIGURATION + i, 8))
                    .isEqualTo(new int[] {0x52, 0x54, 0, 0x12, 0x34, 0x56}[i]);
        }
        assertThat(bench.read(GuestDriver.CONFIGURATION + 6, 16)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "52:54:00:12:34", "52-54-00-12-34-56", "53:54:00:12:34:56", "52:54:00:12:34:56:78"})
    void refuses_an_address_that_no_card_has(String mac) {
        assertThatIllegalArgumentException().isThrownBy(() -> Benches.network(mac));
    }

    @Test
    void sends_the_frame_after_the_header_however_it_is_cut() {
        Ring transmit = started().ring(TRANSMIT);
        byte[] frame = frame(1514);
        transmit.offer(new Request().reads(new byte[HEADER]).reads(frame));
        byte[] start = Arrays.copyOf(new byte[HEADER], HEADER + 20);
        System.arraycopy(frame, 0, start, HEADER, 20);
        transmit.offer(new Request().reads(start).reads(Arrays.copyOfRange(frame, 20, 60)));
        transmit.kick();
        assertThat(bench.network().sent()).hasSize(2);
        assertThat(bench.network().sent().getFirst()).isEqualTo(frame);
        assertThat(bench.network().sent().getLast()).isEqualTo(Arrays.copyOf(frame, 60));
        assertThat(bench.raised("irq")).isTrue();
    }

    @Test
    void fills_a_waiting_buffer_when_a_frame_comes() {
        Ring receive = started().ring(RECEIVE);
        Request buffer = new Request().writes(HEADER).writes(BUFFER - HEADER);
        receive.send(buffer);
        assertThat(receive.usedIndex()).isZero();
        bench.network().arrive(frame(60));
        assertThat(receive.written()).isEqualTo(HEADER + 60);
        assertThat(buffer.buffer(0)).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0);
        assertThat(buffer.buffer(1)).startsWith(frame(60)).endsWith(0xAA);
        assertThat(bench.raised("irq")).isTrue();
    }

    @Test
    void leaves_frames_in_the_network_until_there_are_buffers() {
        for (int i = 0; i < 3; i++) {
            bench.network().arrive(frame(100 + i));
        }
        Ring receive = started().ring(RECEIVE);
        receive.offer(new Request().writes(BUFFER));
        receive.offer(new Request().writes(BUFFER));
        receive.kick();
        assertThat(receive.written()).isEqualTo(HEADER + 100);
        assertThat(receive.written()).isEqualTo(HEADER + 101);
        assertThat(bench.network().waiting()).isEqualTo(1);
    }

    @Test
    void sends_nothing_that_is_no_frame() {
        Ring transmit = started().ring(TRANSMIT);
        transmit.offer(new Request().reads(new byte[HEADER]));
        transmit.offer(new Request().reads(new byte[HEADER + 13]));
        transmit.offer(new Request().reads(new byte[HEADER + 1515]));
        transmit.kick();
        assertThat(transmit.usedIndex()).isEqualTo(3);
        assertThat(bench.network().sent()).isEmpty();
        assertThat(driver.needsReset()).isFalse();
    }

    @Test
    void asks_for_a_reset_by_a_driver_whose_chain_has_no_header_or_no_room() {
        started().ring(TRANSMIT).send(new Request().reads(new byte[HEADER - 1]));
        assertThat(driver.needsReset()).isTrue();

        Ring receive = started().ring(RECEIVE);
        receive.send(new Request().writes(HEADER + 59));
        bench.network().arrive(frame(60));
        assertThat(driver.needsReset()).isTrue();

        receive = started().ring(RECEIVE);
        receive.send(new Request().writes(BUFFER));
        bench.network().arrive(frame(61));
        assertThat(receive.written()).isEqualTo(HEADER + 61);
    }

    /** Section 5.1.6.1: its header lacks the number of buffers. */
    @Test
    void leaves_two_bytes_out_of_the_header_for_a_driver_that_does_not_know_of_version_1() {
        driver.start(1L << 5, 2, 8);
        driver.ring(TRANSMIT).send(new Request().reads(new byte[10]).reads(frame(60)));
        assertThat(bench.network().sent()).containsExactly(frame(60));

        Request buffer = new Request().writes(10).writes(60);
        driver.ring(RECEIVE).send(buffer);
        bench.network().arrive(frame(60));
        assertThat(driver.ring(RECEIVE).written()).isEqualTo(70);
        assertThat(buffer.buffer(0)).containsOnly(0);
        assertThat(buffer.buffer(1)).isEqualTo(frame(60));
    }

    @Test
    void case_21_leaks_nothing_of_one_frame_into_the_next() {
        Ring receive = started().ring(RECEIVE);
        receive.send(new Request().writes(BUFFER));
        bench.network().arrive(frame(1514));
        receive.written();
        Request second = new Request().writes(BUFFER);
        receive.send(second);
        bench.network().arrive(frame(20));
        assertThat(receive.written()).isEqualTo(HEADER + 20);
        assertThat(Arrays.copyOfRange(second.buffer(0), HEADER + 20, BUFFER)).containsOnly(0xAA);
    }

    @Test
    void puts_nothing_into_buffers_of_a_driver_that_is_gone() {
        Ring receive = started().ring(RECEIVE);
        Request buffer = new Request().writes(BUFFER);
        receive.send(buffer);
        driver.set(GuestDriver.STATUS, 0);
        bench.network().arrive(frame(60));
        assertThat(buffer.buffer(0)).containsOnly(0xAA);
        assertThat(bench.network().waiting()).isEqualTo(1);
    }
}

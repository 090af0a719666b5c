package dev.vmkit.plugins.virtio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.vmkit.api.StateTree;
import dev.vmkit.testkit.device.DeviceBench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all virtio devices share, on the example of the entropy device, which has one queue. */
class TransportTests {
    private static final int USED_BUFFER = 1;

    private final DeviceBench bench = Benches.entropy(1);
    private final GuestDriver driver = new GuestDriver(bench);

    private Request wanting(int bytes) {
        return new Request().writes(bytes);
    }

    @Test
    void says_what_it_is() {
        assertThat(driver.get(0x000)).isEqualTo(0x74726976);
        assertThat(driver.get(0x004)).isEqualTo(2);
        assertThat(driver.get(0x008)).isEqualTo(4);
        assertThat(driver.get(0x00C)).isEqualTo(0x554D4551);
    }

    @Test
    void offers_the_features_of_the_transport_and_none_beyond_64() {
        assertThat(driver.offered())
                .isEqualTo(GuestDriver.INDIRECT
                        | GuestDriver.EVENT_INDEX
                        | GuestDriver.VERSION_1
                        | GuestDriver.QUEUE_BY_QUEUE);
        driver.set(GuestDriver.DEVICE_FEATURES_SEL, 2);
        assertThat(driver.get(GuestDriver.DEVICE_FEATURES)).isZero();
    }

    @Test
    void agrees_only_to_what_it_offers() {
        driver.negotiate(GuestDriver.VERSION_1 | 1);
        assertThat(driver.status()).isEqualTo(GuestDriver.ACKNOWLEDGE | GuestDriver.DRIVER);
        driver.negotiate(GuestDriver.VERSION_1);
        assertThat(driver.status() & GuestDriver.FEATURES_OK).isNotZero();
    }

    @Test
    void agrees_with_a_driver_that_never_looks_beyond_the_first_32_features() {
        driver.reset();
        driver.status(GuestDriver.ACKNOWLEDGE);
        driver.status(GuestDriver.DRIVER);
        driver.set(GuestDriver.DRIVER_FEATURES, driver.get(GuestDriver.DEVICE_FEATURES));
        driver.status(GuestDriver.FEATURES_OK);
        assertThat(driver.status() & GuestDriver.FEATURES_OK).isNotZero();
    }

    @Test
    void does_not_start_before_features_are_agreed_on() {
        driver.reset();
        driver.status(GuestDriver.ACKNOWLEDGE);
        Ring ring = driver.enable(0, 8);
        driver.status(GuestDriver.DRIVER_OK);
        ring.send(wanting(8));
        assertThat(ring.usedIndex()).isZero();
        assertThat(driver.status()).isEqualTo(GuestDriver.ACKNOWLEDGE);
    }

    @Test
    void serves_what_was_offered_before_the_driver_was_ready() {
        driver.reset();
        driver.negotiate(GuestDriver.VERSION_1);
        Ring ring = driver.enable(0, 8);
        ring.send(wanting(8));
        assertThat(ring.usedIndex()).isZero();
        driver.status(GuestDriver.DRIVER_OK);
        assertThat(ring.written()).isEqualTo(8);
    }

    @Test
    void raises_its_interrupt_until_the_driver_has_acknowledged() {
        Ring ring = driver.start(GuestDriver.VERSION_1, 1, 8).ring(0);
        ring.send(wanting(8));
        assertThat(bench.raised("irq")).isTrue();
        assertThat(driver.acknowledge()).isEqualTo(USED_BUFFER);
        assertThat(bench.raised("irq")).isFalse();
    }

    @Test
    void does_not_interrupt_a_driver_that_does_not_want_it() {
        Ring ring = driver.start(GuestDriver.VERSION_1, 1, 8).ring(0);
        ring.availableFlags(1);
        ring.send(wanting(8));
        assertThat(ring.usedIndex()).isEqualTo(1);
        assertThat(bench.raised("irq")).isFalse();
    }

    @Test
    void interrupts_at_the_index_the_driver_asked_for() {
        Ring ring = driver.start(GuestDriver.VERSION_1 | GuestDriver.EVENT_INDEX, 1, 8)
                .ring(0);
        ring.usedEvent(1);
        ring.send(wanting(8));
        assertThat(bench.raised("irq")).isFalse();
        assertThat(ring.availableEvent()).isEqualTo(1);
        ring.send(wanting(8));
        assertThat(bench.raised("irq")).isTrue();
        assertThat(ring.availableEvent()).isEqualTo(2);
    }

    @Test
    void goes_around_its_rings_again_and_again() {
        Ring ring = driver.start(GuestDriver.VERSION_1, 1, 4).ring(0);
        for (int i = 1; i <= 70_000; i++) {
            ring.descriptor(0, 0x18000, 1, Ring.WRITE, 0);
            ring.offer(0);
            ring.kick();
            assertThat(ring.written()).isEqualTo(1);
        }
        assertThat(ring.usedIndex()).isEqualTo(70_000 & 0xFFFF);
    }

    @Test
    void forgets_everything_when_the_driver_resets_it() {
        Ring ring = driver.start(GuestDriver.VERSION_1, 1, 8).ring(0);
        ring.send(wanting(8));
        driver.set(GuestDriver.STATUS, 0);
        assertThat(driver.status()).isZero();
        assertThat(driver.get(GuestDriver.INTERRUPT_STATUS)).isZero();
        assertThat(bench.raised("irq")).isFalse();
        assertThat(driver.get(GuestDriver.QUEUE_READY)).isZero();
    }

    @Test
    void resets_one_queue_alone_if_that_was_agreed_on() {
        driver.start(GuestDriver.VERSION_1 | GuestDriver.QUEUE_BY_QUEUE, 1, 8);
        driver.set(GuestDriver.QUEUE_RESET, 1);
        assertThat(driver.get(GuestDriver.QUEUE_RESET)).isZero();
        assertThat(driver.get(GuestDriver.QUEUE_READY)).isZero();
        Ring again = driver.enable(0, 4);
        again.send(wanting(3));
        assertThat(again.written()).isEqualTo(3);

        driver.start(GuestDriver.VERSION_1, 1, 8);
        driver.set(GuestDriver.QUEUE_RESET, 1);
        assertThat(driver.get(GuestDriver.QUEUE_READY)).isEqualTo(1);
    }

    @Test
    void has_no_queue_beyond_its_last() {
        driver.set(GuestDriver.QUEUE_SEL, 1);
        assertThat(driver.get(GuestDriver.QUEUE_NUM_MAX)).isZero();
        driver.set(GuestDriver.QUEUE_READY, 1);
        assertThat(driver.get(GuestDriver.QUEUE_READY)).isZero();
        assertThat(driver.needsReset()).isFalse();
    }

    @Test
    void goes_on_from_a_saved_state() {
        Ring ring = driver.start(GuestDriver.VERSION_1, 1, 8).ring(0);
        ring.send(wanting(8));
        DeviceBench copy = Benches.entropy(1);
        copy.takeOver(bench);
        byte[] memory = bench.memory().ram().bytes();
        System.arraycopy(memory, 0, copy.memory().ram().bytes(), 0, memory.length);
        assertThat(copy.raised("irq")).isTrue();
        ring.send(wanting(8));
        Request same = wanting(8);
        ring.offer(same);
        System.arraycopy(memory, 0, copy.memory().ram().bytes(), 0, memory.length);
        copy.write(GuestDriver.QUEUE_NOTIFY, 32, 0);
        ring.kick();
        assertThat(copy.save()).isEqualTo(bench.save());
        assertThat(copy.memory().ram().bytes()).isEqualTo(memory);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "features", "queues", "interrupt", "later", "generation", "device"})
    void refuses_a_state_that_lacks_a_part_and_stays_as_it_is(String part) {
        driver.start(GuestDriver.VERSION_1, 1, 8).ring(0).send(wanting(8));
        StateTree whole = bench.save();
        DeviceBench other = Benches.entropy(2);
        StateTree before = other.save();
        assertThatIllegalArgumentException().isThrownBy(() -> other.load(whole.with(part, "nonsense")));
        assertThat(other.save()).isEqualTo(before);
    }

    @Test
    void refuses_a_state_in_which_impossible_rings_are_ready() {
        driver.start(GuestDriver.VERSION_1, 1, 8);
        StateTree queues = bench.save().tree("queues");
        StateTree queue = queues.tree("queue 0");
        StateTree layout = queue.tree("layout").with("size", 7);
        StateTree hostile = bench.save().with("queues", queues.with("queue 0", queue.with("layout", layout)));
        assertThatIllegalArgumentException().isThrownBy(() -> bench.load(hostile));
        StateTree jumped = bench.save().with("queues", queues.with("queue 0", queue.with("taken", 1 << 16)));
        assertThatIllegalArgumentException().isThrownBy(() -> bench.load(jumped));
    }
}

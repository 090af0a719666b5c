package dev.vmkit.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class EndingTests {
    private final List<String> events = new CopyOnWriteArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Ending ending = new Ending(this::stop, () -> events.add("released"));

    private void stop() {
        events.add("stopped");
        stopped.countDown();
    }

    @Test
    void releases_what_a_run_uses_when_it_has_ended() {
        ending.close();
        ending.close();
        assertThat(events).containsExactly("released");
    }

    @Test
    void an_interrupted_run_ends_before_what_it_uses_is_released() throws InterruptedException {
        Thread interruption = Thread.ofPlatform().start(ending::interrupt);
        stopped.await();
        events.add("ended");
        ending.close();
        interruption.join();
        assertThat(events).containsExactly("stopped", "ended", "released");
    }

    @Test
    void what_a_run_uses_is_taken_from_it_if_it_does_not_end() {
        ending.interrupt();
        assertThat(events).containsExactly("stopped", "released");
        ending.close();
        assertThat(events).hasSize(2);
    }
}

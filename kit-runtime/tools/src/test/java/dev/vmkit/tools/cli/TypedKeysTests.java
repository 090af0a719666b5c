package dev.vmkit.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.machine.board.HostInput;
import dev.vmkit.machine.board.InteractiveInput;
import dev.vmkit.machine.board.Moment;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TypedKeysTests {
    private static final int PASTE = 70_000;
    private static final Moment NOW = new Moment(0, 0, false);

    private final InteractiveInput guest = new InteractiveInput();
    private final AtomicInteger bells = new AtomicInteger();

    private TypedKeys keys(Duration patience) {
        return new TypedKeys(guest, patience, bells::incrementAndGet);
    }

    private static void paste(TypedKeys keys) {
        for (int i = 0; i < PASTE; i++) {
            keys.send(i);
        }
    }

    @Test
    void a_guest_that_hangs_does_not_keep_the_person_from_typing_on() {
        TypedKeys keys = keys(Duration.ofMillis(1));
        paste(keys);
        paste(keys);
        assertThat(bells).as("one for all that was dropped").hasValue(1);
        assertThat(guest.arrived(NOW)).isZero();
        keys.send('a');
        keys.send('b');
        assertThat(bells).as("and one when it hangs again").hasValue(2);
    }

    @Test
    void a_guest_that_reads_gets_all_of_a_long_paste() throws InterruptedException {
        Thread person = Thread.ofPlatform().daemon().start(() -> paste(keys(Duration.ofDays(1))));
        for (int i = 0; i < PASTE; i++) {
            int key = guest.arrived(NOW);
            while (key == HostInput.NOTHING) {
                Thread.onSpinWait();
                key = guest.arrived(NOW);
            }
            assertThat(key).isEqualTo(i & 0xFF);
        }
        person.join();
        assertThat(bells).hasValue(0);
    }
}

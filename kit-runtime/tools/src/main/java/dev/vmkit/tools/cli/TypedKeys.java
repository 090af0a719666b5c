package dev.vmkit.tools.cli;

import dev.vmkit.machine.board.InteractiveInput;
import java.time.Duration;

/**
 * Hands a person's keys to the guest. One that is far behind is waited for, so that it gets all of a long paste; but if it
 * takes nothing for a while, keys are dropped until it does: whoever types must be able to leave a guest that hangs.
 */
final class TypedKeys {
    private final InteractiveInput guest;
    private final Duration patience;
    private final Runnable bell;
    private boolean dropping;

    /**
     * Keys for a guest.
     *
     * @param patience how long a guest is waited for
     * @param bell tells the person that keys are dropped from now on
     */
    TypedKeys(InteractiveInput guest, Duration patience, Runnable bell) {
        this.guest = guest;
        this.patience = patience;
        this.bell = bell;
    }

    void send(int key) {
        try {
            boolean taken = guest.offer(key, dropping ? Duration.ZERO : patience);
            if (!taken && !dropping) {
                bell.run();
            }
            dropping = !taken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.vmkit.machine.device;

import dev.vmkit.api.Sound;
import dev.vmkit.api.StateTree;

/** What a device in YAML plays on one of its sounds. It is saved with the device, so that it is heard again after a load. */
final class Voice {
    private final Sound sound;
    private long first;
    private long second;
    private long nanos;

    Voice(Sound sound) {
        this.sound = sound;
    }

    /** Plays, as {@link Sound#play}; a length beyond what a signed number holds is the longest. */
    void play(long newFirst, long newSecond, long newNanos) {
        first = newFirst;
        second = newSecond;
        nanos = newNanos < 0 ? Long.MAX_VALUE : Math.max(1, newNanos);
        sound.play(first, second, nanos);
    }

    void silence() {
        first = 0;
        second = 0;
        nanos = 0;
        sound.silence();
    }

    StateTree save() {
        return StateTree.EMPTY.with("first", first).with("second", second).with("nanos", nanos);
    }

    void load(StateTree state) {
        long pattern = state.number("first");
        long rest = state.number("second");
        long length = state.number("nanos", 0, Long.MAX_VALUE);
        if (length == 0) {
            silence();
        } else {
            play(pattern, rest, length);
        }
    }
}

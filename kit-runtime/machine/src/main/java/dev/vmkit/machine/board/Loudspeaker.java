package dev.vmkit.machine.board;

import dev.vmkit.api.Sound;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** What people hear of a device. Who listens is told of each change, on the thread of the machine, and changes nothing. */
public final class Loudspeaker implements Sound {
    /**
     * What is heard from a time on: 128 samples of a bit each, over and over, or nothing.
     *
     * @param at nanoseconds of virtual time
     * @param first, second the samples, the highest bit of the first first
     * @param nanos how long each is; 0 for silence
     */
    public record Tone(long at, long first, long second, long nanos) {
        private static final int SAMPLES = 128;

        /** Nothing, since power-on. */
        public static final Tone SILENCE = new Tone(0, 0, 0, 0);

        public boolean isSilent() {
            return nanos == 0;
        }

        /** The bit that is heard at a time, which is not before the tone's. */
        public boolean bit(long time) {
            int sample = (int) ((time - at) / nanos % SAMPLES);
            return ((sample < Long.SIZE ? first : second) << sample) < 0;
        }

        private boolean sounds(Tone other) {
            return first == other.first && second == other.second && nanos == other.nanos;
        }
    }

    private final LongSupplier time;
    private Tone tone = Tone.SILENCE;
    private Consumer<Tone> listener = _ -> {};

    /** A loudspeaker that is silent; {@code time} tells nanoseconds of virtual time. */
    public Loudspeaker(LongSupplier time) {
        this.time = time;
    }

    @Override
    public void play(long first, long second, long nanos) {
        change(new Tone(time.getAsLong(), first, second, Math.max(1, nanos)));
    }

    @Override
    public void silence() {
        change(new Tone(time.getAsLong(), 0, 0, 0));
    }

    private void change(Tone next) {
        if (!next.sounds(tone)) {
            tone = next;
            listener.accept(next);
        }
    }

    /** What is heard now. */
    public Tone tone() {
        return tone;
    }

    /** Has {@code newListener} told of each change from now on, at the time it happens. */
    public void listen(Consumer<Tone> newListener) {
        listener = newListener;
    }
}

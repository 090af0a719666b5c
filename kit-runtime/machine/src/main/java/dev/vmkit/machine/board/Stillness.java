package dev.vmkit.machine.board;

import dev.vmkit.api.Surface.Picture;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds out whether what people see and hear of a machine stays as it is, while its guest asks for input in vain. */
final class Stillness {
    /** How long it has to, in virtual time. */
    static final long NANOS = 5_000_000_000L;

    /** The first look comes so soon, and each later one when that time has doubled: one meets the other half of what blinks evenly. */
    private static final long SOON = NANOS >> 7;

    private final Collection<Display> displays;
    private final Collection<Loudspeaker> speakers;
    private Optional<Impression> first = Optional.empty();
    private long since;
    private long next;

    Stillness(Collection<Display> displays, Collection<Loudspeaker> speakers) {
        this.displays = displays;
        this.speakers = speakers;
    }

    /**
     * What people see and hear at a time.
     *
     * @param pictures of each its width, and its colours row by row
     * @param tones with the time when each began
     */
    private record Impression(List<int[]> pictures, List<Loudspeaker.Tone> tones) {
        boolean isLike(Impression other) {
            return tones.equals(other.tones) && Arrays.deepEquals(pictures.toArray(), other.pictures.toArray());
        }
    }

    /** Looks again when it is time to, if there was a first look. */
    void watch(long now) {
        if (first.isPresent() && now >= next) {
            first = first.filter(impression()::isLike);
            next = now + (now - since);
        }
    }

    /** Whether nothing has changed for long; asked for the first time, or after a change, it begins to watch. */
    boolean reached(long now) {
        if (displays.isEmpty() && speakers.isEmpty()) {
            return true;
        }
        boolean enough = now - since >= NANOS;
        if (enough) {
            next = now;
            watch(now);
        }
        if (first.isEmpty()) {
            first = Optional.of(impression());
            since = now;
            next = now + SOON;
            return false;
        }
        return enough;
    }

    private Impression impression() {
        return new Impression(
                displays.stream()
                        .map(display -> display.look().map(Stillness::pixels).orElse(new int[0]))
                        .toList(),
                speakers.stream().map(Loudspeaker::tone).toList());
    }

    /** Its width, and its colours row by row. */
    private static int[] pixels(Picture picture) {
        int width = picture.width();
        return IntStream.concat(
                        IntStream.of(width),
                        IntStream.range(0, width * picture.height()).map(i -> picture.at(i % width, i / width)))
                .toArray();
    }
}

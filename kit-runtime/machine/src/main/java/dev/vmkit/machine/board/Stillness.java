package dev.vmkit.machine.board;

import dev.vmkit.api.Surface.Picture;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds out whether what people see of a machine stays as it is, while its guest asks for input in vain. */
final class Stillness {
    /** How long it has to, in virtual time. */
    static final long NANOS = 5_000_000_000L;

    private final Collection<Display> displays;
    private Optional<List<int[]>> seen = Optional.empty();
    private long since;

    Stillness(Collection<Display> displays) {
        this.displays = displays;
    }

    /** Whether nothing has changed for long; it never does where there is nothing to see. */
    boolean reached(long now) {
        if (displays.isEmpty()) {
            return true;
        }
        if (seen.isPresent() && now - since < NANOS) {
            return false;
        }
        List<int[]> shown = displays.stream()
                .map(display -> display.look().map(Stillness::pixels).orElse(new int[0]))
                .toList();
        if (seen.isPresent() && Arrays.deepEquals(seen.get().toArray(), shown.toArray())) {
            return true;
        }
        seen = Optional.of(shown);
        since = now;
        return false;
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

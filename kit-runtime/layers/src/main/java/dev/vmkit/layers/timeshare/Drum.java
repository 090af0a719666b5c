package dev.vmkit.layers.timeshare;

import dev.vmkit.api.Snapshotable;
import dev.vmkit.api.StateTree;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A magnetic drum that holds the images of programs while others are in core. It counts every word that moves. */
final class Drum implements Snapshotable {
    private final Map<Integer, byte[]> images = new TreeMap<>();
    private final int wordBytes;
    private final long wordTicks;
    private long words;

    /**
     * An empty drum.
     *
     * @param wordBytes bytes in a word
     * @param wordTicks time in which a word moves
     */
    Drum(int wordBytes, long wordTicks) {
        this.wordBytes = wordBytes;
        this.wordTicks = wordTicks;
    }

    /** Puts an image there before time begins; nothing is counted. */
    void install(int program, byte[] image) {
        images.put(program, image);
    }

    /** Writes an image. */
    void write(int program, byte[] image) {
        words += image.length / wordBytes;
        images.put(program, image);
    }

    /** Reads an image, which stays there. */
    byte[] read(int program) {
        byte[] image = Objects.requireNonNull(images.get(program));
        words += image.length / wordBytes;
        return image;
    }

    /** Makes an image longer, by zeros, or shorter, where it lies. */
    void resize(int program, int bytes) {
        images.computeIfPresent(program, (_, image) -> Arrays.copyOf(image, bytes));
    }

    void erase(int program) {
        images.remove(program);
    }

    /** Words moved so far, either way. */
    long words() {
        return words;
    }

    /** The time that all of them took. */
    long ticks() {
        return words * wordTicks;
    }

    @Override
    public StateTree save() {
        StateTree all = StateTree.EMPTY;
        for (Map.Entry<Integer, byte[]> image : images.entrySet()) {
            all = all.with(Integer.toString(image.getKey()), image.getValue());
        }
        return StateTree.EMPTY.with("words", words).with("images", all);
    }

    @Override
    public void load(StateTree state) {
        long moved = state.number("words", 0, Long.MAX_VALUE / Math.max(1, wordTicks));
        Map<Integer, byte[]> loaded = new TreeMap<>();
        StateTree all = state.tree("images");
        all.values().keySet().forEach(name -> loaded.put(Integer.parseInt(name), all.bytes(name)));
        words = moved;
        images.clear();
        images.putAll(loaded);
    }
}

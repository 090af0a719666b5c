package dev.vmkit.plugins.devices.riscv;

import dev.vmkit.api.InterruptLine;
import dev.vmkit.api.StateTree;

/** One target of the PLIC, a privilege mode of a hart: the sources it wants, and the priority they must exceed. */
final class Context {
    private final Sources sources;
    private final InterruptLine line;
    private SourceSet enabled = new SourceSet();
    private int threshold;

    Context(Sources sources, InterruptLine line) {
        this.sources = sources;
        this.line = line;
    }

    int enabled(int word) {
        return enabled.word(word);
    }

    void enable(int word, int bits) {
        enabled.word(word, bits);
    }

    int threshold() {
        return threshold;
    }

    void threshold(int value) {
        threshold = value & Sources.MOST_PRIORITY;
    }

    /** Takes the most urgent source, whatever the threshold (PLIC, section 7); 0 if none is pending. */
    int claim() {
        int source = sources.mostUrgent(enabled);
        sources.claim(source);
        return source;
    }

    /** A source was served. A number that is not enabled here is ignored (PLIC, section 8). */
    void complete(int source) {
        if (enabled.contains(source)) {
            sources.complete(source);
        }
    }

    /** Raises the line while a source is pending that exceeds the threshold. */
    void drive() {
        line.set(sources.priority(sources.mostUrgent(enabled)) > threshold);
    }

    void reset() {
        enabled = new SourceSet();
        threshold = 0;
    }

    StateTree save() {
        return StateTree.EMPTY.with("enabled", enabled.save()).with("threshold", threshold);
    }

    /**
     * The state itself.
     *
     * @throws IllegalArgumentException if it is none of a context
     */
    static StateTree checked(StateTree state) {
        SourceSet.of(state.bytes("enabled"));
        state.number("threshold", 0, Sources.MOST_PRIORITY);
        return state;
    }

    void load(StateTree state) {
        enabled = SourceSet.of(state.bytes("enabled"));
        threshold = (int) state.number("threshold");
    }
}

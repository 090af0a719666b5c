package dev.vmkit.plugins.devices.riscv;

import dev.vmkit.api.StateTree;
import java.util.Arrays;

/**
 * The interrupt sources of the PLIC and their gateways (PLIC, sections 1.2 and 3 to 8). A source that is raised becomes
 * pending once; it can become so again only when it was claimed and its handler is through with it.
 */
final class Sources {
    /** Priorities have three bits. */
    static final int MOST_PRIORITY = 7;

    private final byte[] priorities = new byte[SourceSet.END];
    private SourceSet raised = new SourceSet();
    private SourceSet pending = new SourceSet();
    private SourceSet served = new SourceSet();

    /** The level of a source; it may be the one it has. */
    void line(int source, boolean up) {
        raised.set(source, up);
        forward(source);
    }

    private void forward(int source) {
        if (raised.contains(source) && !served.contains(source)) {
            pending.set(source, true);
        }
    }

    /** The source of the highest priority that is pending and wanted, the lowest number of several; 0 if there is none. */
    int mostUrgent(SourceSet wanted) {
        int best = 0;
        for (int word = 0; word < SourceSet.END / 32; word++) {
            for (int bits = pending.word(word) & wanted.word(word); bits != 0; bits &= bits - 1) {
                int source = word * 32 + Integer.numberOfTrailingZeros(bits);
                best = priorities[source] > priorities[best] ? source : best;
            }
        }
        return best;
    }

    /** A hart takes a source; 0 is none. */
    void claim(int source) {
        if (source != 0) {
            pending.set(source, false);
            served.set(source, true);
        }
    }

    /** A hart is through with a source; if it is still raised, it is pending again. */
    void complete(int source) {
        served.set(source, false);
        forward(source);
    }

    int pendingWord(int word) {
        return pending.word(word);
    }

    /** The priority of a source; 0, which is never, for 0 and beyond the last. */
    int priority(int source) {
        return source < SourceSet.END ? priorities[source] : 0;
    }

    void priority(int source, int value) {
        if (source > 0 && source < SourceSet.END) {
            priorities[source] = (byte) (value & MOST_PRIORITY);
        }
    }

    void reset() {
        Arrays.fill(priorities, (byte) 0);
        raised = new SourceSet();
        pending = new SourceSet();
        served = new SourceSet();
    }

    StateTree save() {
        return StateTree.EMPTY
                .with("priorities", priorities)
                .with("raised", raised.save())
                .with("pending", pending.save())
                .with("served", served.save());
    }

    void load(StateTree state) {
        byte[] saved = state.bytes("priorities");
        SourceSet newRaised = SourceSet.of(state.bytes("raised"));
        SourceSet newPending = SourceSet.of(state.bytes("pending"));
        SourceSet newServed = SourceSet.of(state.bytes("served"));
        requirePriorities(saved);
        System.arraycopy(saved, 0, priorities, 0, saved.length);
        raised = newRaised;
        pending = newPending;
        served = newServed;
    }

    private static void requirePriorities(byte[] saved) {
        boolean fits = saved.length == SourceSet.END && saved[0] == 0;
        for (int i = 0; fits && i < saved.length; i++) {
            fits = (saved[i] & ~MOST_PRIORITY) == 0;
        }
        if (!fits) {
            throw new IllegalArgumentException("not the priorities of " + (SourceSet.END - 1) + " interrupt sources");
        }
    }
}

package dev.vmkit.machine.board;

import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * Input from a pipe: a byte is there as soon as the guest asks for it, however long the other side takes to write it, so
 * that the run depends on the bytes alone and not on their timing. Asking therefore blocks, but only a guest that asks
 * again and again without writing anything in between: one that merely looks before it prints, as drivers do, is told that
 * nothing is there, and a prompt reaches the other side before its answer is awaited. So it is with a guest that idles
 * again and again after it asked; one that idles with nothing else to wake it waits for the pipe at once. A guest that is
 * told of input by interrupts alone, and never idles, gets none.
 *
 * <p>All that holds unless a network of the host is at work as well: then nothing waits for the pipe, its bytes come in at
 * their own pace, and they have to be recorded. Their end ends nothing then, as somebody may still call on the guest.
 */
public final class PipedInput implements HostInput {
    /** How often in a row a guest has to ask. */
    static final int PATIENCE = 16;

    private final IntSupplier source;
    private final BooleanSupplier ready;
    private final Starvation starvation = new Starvation();
    private boolean live;
    private int asked;
    private boolean interested;
    private boolean ended;

    /**
     * Input from a pipe.
     *
     * @param source blocks until it has a byte, and gives a negative number at the end
     * @param ready whether it would give a byte at once
     */
    public PipedInput(IntSupplier source, BooleanSupplier ready) {
        this.source = source;
        this.ready = ready;
    }

    @Override
    public int asked() {
        if (live) {
            return NOTHING;
        }
        interested = true;
        asked++;
        if (ended) {
            starvation.askedInVain();
        }
        return asked < PATIENCE ? NOTHING : next();
    }

    private int next() {
        asked = 0;
        interested = false;
        int value = ended ? NOTHING : source.getAsInt();
        ended |= value < 0;
        return ended ? NOTHING : value & 0xFF;
    }

    @Override
    public void interrupted() {
        asked = 0;
        starvation.end();
    }

    @Override
    public int arrived(Moment now) {
        return live && ready.getAsBoolean() ? next() : NOTHING;
    }

    @Override
    public int awaited(boolean last) {
        if (last) {
            return next();
        }
        return interested ? asked() : NOTHING;
    }

    @Override
    public void others(boolean othersLive) {
        live = othersLive;
    }

    @Override
    public boolean recorded() {
        return live;
    }

    @Override
    public boolean starving() {
        return starvation.reached();
    }
}

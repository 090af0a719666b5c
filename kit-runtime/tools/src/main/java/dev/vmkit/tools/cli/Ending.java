package dev.vmkit.tools.cli;

import dev.vmkit.machine.board.Machine;
import java.io.Closeable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Closes a machine after its run, or when the process is told to end while it runs, as by Ctrl-C: its disks keep what was
 * written.
 */
final class Ending implements Closeable {
    /** How long a run may take to end: a slice is short, but a guest may wait for a pipe that stays silent. */
    private static final long PATIENCE_SECONDS = 2;

    private final Runnable stop;
    private final Runnable release;
    private final Thread hook = new Thread(this::interrupt);
    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean released;

    Ending(Machine machine) {
        this(machine::stop, machine::close);
    }

    /**
     * The ending of a run.
     *
     * @param stop asks for its end; from any thread
     * @param release lets go of what it uses; called once
     */
    Ending(Runnable stop, Runnable release) {
        this.stop = stop;
        this.release = release;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The process ends: so does the run, and if it does not, what it uses is taken from it. */
    void interrupt() {
        stop.run();
        try {
            boolean _ = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException now) {
            Thread.currentThread().interrupt();
        }
        release();
    }

    private synchronized void release() {
        if (!released) {
            released = true;
            release.run();
        }
    }

    /** The run has ended. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException tooLate) {
            // The process ends already, and the hook waits for this.
        }
        try {
            release();
        } finally {
            ended.countDown();
        }
    }
}

package dev.vmkit.tools.cli;

import dev.vmkit.machine.board.Machine;
import java.io.Closeable;

/**
 * Closes a machine after its run, or when the process is told to end while it runs, as by Ctrl-C: its disks keep what was
 * written.
 */
final class Ending implements Closeable {
    private final Machine machine;
    private final Thread hook;

    Ending(Machine machine) {
        this.machine = machine;
        this.hook = new Thread(machine::close);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException tooLate) {
            return; // The process ends, and the hook closes the machine.
        }
        machine.close();
    }
}

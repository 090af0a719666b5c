package dev.vmkit.machine.device;

import dev.vmkit.machine.memory.AccessFault;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Whose code runs. All calls of a plugin's code go through here, so that what it throws carries its name.
 *
 * @param name the part's name in the machine file
 * @param model what the plugin calls it
 * @param plugin where it comes from
 */
public record PartName(String name, String model, String plugin) {

    /**
     * The value the code gives.
     *
     * @throws PluginFault if the code throws
     */
    public <T> T get(Supplier<T> code) {
        try {
            return code.get();
        } catch (AccessFault | PluginFault known) {
            throw known;
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError thrown) {
            throw new PluginFault(this, thrown);
        }
    }

    /** The number the code gives, as {@link #get}. */
    public long number(LongSupplier code) {
        return get(code::getAsLong);
    }

    /** Runs the code, as {@link #get}. */
    public void run(Runnable code) {
        get(() -> {
            code.run();
            return this;
        });
    }

    /** Code that blames this part wherever it is run. */
    public Runnable blamed(Runnable code) {
        return () -> run(code);
    }

    @Override
    public String toString() {
        return "device '" + name + "' (" + model + ", plugin " + plugin + ")";
    }
}

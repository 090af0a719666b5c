package dev.vmkit.machine.hart;

/** What an extern of a definition does: a device, or a method of a plugin. */
@FunctionalInterface
public interface ExternBinding {
    /**
     * Called each time.
     *
     * @param arguments zero-extended, one a parameter; not to be kept
     * @return the result, cut to its width by the caller; any number if the extern returns nothing
     */
    long call(long[] arguments);
}

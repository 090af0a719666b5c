package dev.vmkit.machine.device;

/** A part of a plugin threw: its fault, not the kit's and not the guest's. Ends the machine that ran it. */
public final class PluginFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient PartName part;

    public PluginFault(PartName part, Throwable cause) {
        super(part + " failed: " + cause, cause);
        this.part = part;
    }

    /** Which part. */
    public PartName part() {
        return part;
    }
}

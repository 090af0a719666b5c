package dev.vmkit.machine.memory;

/** An access where nothing is, or a write to what cannot be written. An architectural event, not an error of the kit. */
public final class AccessFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Access access;
    private final long address;

    public AccessFault(Access access, long address) {
        super(null, null, false, false);
        this.access = access;
        this.address = address;
    }

    public Access access() {
        return access;
    }

    public long address() {
        return address;
    }

    @Override
    public String getMessage() {
        return access.word() + " at 0x" + Long.toHexString(address);
    }
}

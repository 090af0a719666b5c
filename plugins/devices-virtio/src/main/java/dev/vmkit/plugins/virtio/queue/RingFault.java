package dev.vmkit.plugins.virtio.queue;

/** A driver broke the rules of its rings, or pointed to where no memory is: until it resets the device, nothing works. */
public final class RingFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RingFault(String message) {
        super(message, null, false, false);
    }
}

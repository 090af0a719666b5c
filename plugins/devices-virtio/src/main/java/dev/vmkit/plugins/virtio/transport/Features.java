package dev.vmkit.plugins.virtio.transport;

import dev.vmkit.api.StateTree;

/** Which features are offered and which the driver accepted, seen through windows of 32 bits (sections 2.2 and 6). */
final class Features {
    /** Descriptors may refer to tables of further ones. */
    static final int INDIRECT_DESC = 28;

    /** Each side says at which index it wants to hear of the other. */
    static final int EVENT_IDX = 29;

    /** Queues can be reset one by one. */
    static final int RING_RESET = 40;

    private static final long TRANSPORT =
            1L << INDIRECT_DESC | 1L << EVENT_IDX | 1L << Driver.VERSION_1 | 1L << RING_RESET;

    private final long offered;
    private long accepted;
    private int offeredWindow;
    private int acceptedWindow;
    private boolean agreed;

    Features(long ofDevice) {
        offered = ofDevice | TRANSPORT;
    }

    /** Whether both sides agreed on a feature. */
    boolean has(int feature) {
        return agreed && (accepted >>> feature & 1) != 0;
    }

    /**
     * Ends negotiation if the driver accepted only what is offered. Version 1 is not insisted on: the standard lets a device
     * choose (section 6.1), and drivers such as xv6's follow that version but never look beyond the first 32 features.
     */
    boolean agree() {
        agreed |= (accepted & ~offered) == 0;
        return agreed;
    }

    void selectOffered(int window) {
        offeredWindow = window;
    }

    void selectAccepted(int window) {
        acceptedWindow = window;
    }

    long offered() {
        return inWindow(offeredWindow) ? offered >>> shift(offeredWindow) & 0xFFFF_FFFFL : 0;
    }

    /** Replaces 32 of the accepted bits; bits beyond 64 do not exist, and after the agreement nothing changes. */
    void accept(long bits) {
        if (!agreed && inWindow(acceptedWindow)) {
            int shift = shift(acceptedWindow);
            accepted = accepted & ~(0xFFFF_FFFFL << shift) | bits << shift;
        }
    }

    private static boolean inWindow(int window) {
        return window == 0 || window == 1;
    }

    private static int shift(int window) {
        return 32 * window;
    }

    void reset() {
        accepted = 0;
        offeredWindow = 0;
        acceptedWindow = 0;
        agreed = false;
    }

    StateTree save() {
        return StateTree.EMPTY
                .with("accepted", accepted)
                .with("offered-window", offeredWindow)
                .with("accepted-window", acceptedWindow)
                .with("agreed", agreed ? 1 : 0);
    }

    void load(StateTree state) {
        accepted = state.number("accepted");
        offeredWindow = (int) state.number("offered-window", Integer.MIN_VALUE, Integer.MAX_VALUE);
        acceptedWindow = (int) state.number("accepted-window", Integer.MIN_VALUE, Integer.MAX_VALUE);
        agreed = false;
        if (state.flag("agreed") && !agree()) {
            throw new IllegalArgumentException("features were agreed on that are not offered");
        }
    }
}

package dev.vmkit.language.device;

import dev.vmkit.language.text.Span;
import java.util.OptionalLong;

/**
 * A plug of a device that the machine file connects.
 *
 * @param line for an interrupt the number of the line it uses unless the machine file says otherwise
 * @param perHart whether an interrupt has a wire to each hart of the machine
 * @param fixed whether the device only reads a store, so that its file need not be writable
 */
public record Connection(
        String name, Kind kind, OptionalLong line, boolean perHart, boolean fixed, String doc, Span span) {

    /** What a plug is for. */
    public enum Kind {
        /** Bytes in and out. */
        STREAM,
        /** A wire that is raised or not. */
        INTERRUPT,
        /** Blocks of bytes, such as a disk. */
        STORE,
        /** Ethernet frames in and out. */
        NETWORK,
        /** A picture that people may look at. */
        SURFACE,
        /** What people may hear. */
        SOUND
    }
}

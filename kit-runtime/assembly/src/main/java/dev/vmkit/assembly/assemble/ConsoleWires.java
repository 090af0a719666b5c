package dev.vmkit.assembly.assemble;

import java.util.Optional;

/**
 * What the person at the terminal is connected to.
 *
 * @param typesInto the stream that gets what is typed
 * @param shows the stream whose output is seen
 */
public record ConsoleWires(Optional<Plug> typesInto, Optional<Plug> shows) {

    /** A stream of a device. */
    public record Plug(String device, String stream) {}
}

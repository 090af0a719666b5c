package dev.vmkit.testkit.wire;

import java.io.DataOutput;
import java.io.IOException;

/** How values of one type are written and read. Every value takes at least one byte. */
interface Format {
    void write(Object value, DataOutput out) throws IOException;

    /**
     * Reads one.
     *
     * @throws MalformedFrame if the bytes are no value of this type
     */
    Object read(WireInput in) throws MalformedFrame;
}

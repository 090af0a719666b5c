package dev.vmkit.testkit.conform;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One instruction's case: what there was before it, and what there is after it.
 *
 * @param cycles how many it takes, if the material says so
 * @param ports what goes over the port space meanwhile, in order
 */
record Vector(String name, Situation before, Situation after, OptionalLong cycles, List<Transfer> ports) {

    /** Registers, by the material's names, and memory; what is not mentioned is of no matter, or 0. */
    record Situation(Map<String, Long> registers, Map<Long, Long> memory) {}

    /** A value that is read from a port, or written to it. */
    record Transfer(long address, long value, boolean write) {
        @Override
        public String toString() {
            return (write ? "write " : "read ") + "0x" + Long.toHexString(value) + (write ? " to" : " from")
                    + " port 0x" + Long.toHexString(address);
        }
    }
}

package dev.vmkit.layers.network;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What this process holds of the host. */
final class Descriptors {
    private Descriptors() {}

    /** How many files and sockets are open; 0 where the host does not say. */
    static long open() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean host
                ? host.getOpenFileDescriptorCount()
                : 0;
    }
}

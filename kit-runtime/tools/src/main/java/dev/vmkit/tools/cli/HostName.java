package dev.vmkit.tools.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this machine is called among those that share a class. */
final class HostName {
    private HostName() {}

    static String of(Surroundings surroundings) {
        String given = surroundings.environment().getOrDefault("HOSTNAME", "");
        if (!given.isEmpty()) {
            return given;
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}

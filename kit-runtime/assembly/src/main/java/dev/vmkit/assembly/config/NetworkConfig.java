package dev.vmkit.assembly.config;

import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import java.util.List;
import java.util.Map;

/**
 * What the guest's network leads to.
 *
 * @param services ports of the host that the guest reaches, by the port it asks for
 * @param forwards ports of the guest that the host reaches, by the host's port
 * @param names what the guest may call the host
 * @param span where {@code network:} stands
 */
public record NetworkConfig(
        Map<Integer, Integer> services, Map<Integer, Integer> forwards, List<Text> names, Span span) {

    public NetworkConfig {
        services = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(services));
        forwards = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(forwards));
        names = List.copyOf(names);
    }
}

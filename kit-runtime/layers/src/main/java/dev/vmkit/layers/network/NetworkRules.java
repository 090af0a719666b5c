package dev.vmkit.layers.network;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a guest can reach, and who can reach it. All ports are within [1, 65535], those of the host on its loopback alone.
 *
 * @param services where a connection of the guest to a port of 10.0.2.2 leads: ports of the host by ports of the guest's
 *     network
 * @param forwards where a connection to the host leads: ports of the guest by ports of the host; as a port of the host, 0
 *     stands for any that is free
 * @param names what the guest's name server calls 10.0.2.2, in lower case
 */
public record NetworkRules(Map<Integer, Integer> services, Map<Integer, Integer> forwards, Set<String> names) {
    /** The guest reaches nothing and nobody. */
    public static final NetworkRules NONE = new NetworkRules(Map.of(), Map.of(), Set.of());

    public NetworkRules {
        services = java.util.Collections.unmodifiableMap(new TreeMap<>(services));
        forwards = java.util.Collections.unmodifiableMap(new TreeMap<>(forwards));
        names = java.util.Collections.unmodifiableSet(new TreeSet<>(names));
    }

    /** These rules and others, which count where both speak of one port. */
    public NetworkRules and(NetworkRules others) {
        Map<Integer, Integer> allServices = new TreeMap<>(services);
        allServices.putAll(others.services);
        Map<Integer, Integer> allForwards = new TreeMap<>(forwards);
        allForwards.putAll(others.forwards);
        Set<String> allNames = new TreeSet<>(names);
        allNames.addAll(others.names);
        return new NetworkRules(allServices, allForwards, allNames);
    }
}

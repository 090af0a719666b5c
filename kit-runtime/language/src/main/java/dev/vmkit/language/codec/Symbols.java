package dev.vmkit.language.codec;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Labels of a program, by name and by address. Immutable. */
public final class Symbols {
    public static final Symbols NONE = new Symbols(Map.of());

    private final Map<String, Long> addresses;
    private final Map<Long, String> names = new HashMap<>();

    public Symbols(Map<String, Long> addresses) {
        this.addresses = Map.copyOf(addresses);
        new TreeMap<>(addresses).forEach((name, address) -> names.putIfAbsent(address, name));
    }

    public Map<String, Long> addresses() {
        return addresses;
    }

    /** A label at exactly this address, the first in alphabetical order if there are several. */
    public Optional<String> at(long address) {
        return Optional.ofNullable(names.get(address));
    }
}

package dev.vmkit.language.codec;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Labels of a program, by name and by address. */
public record Symbols(Map<String, Long> addresses) {
    public static final Symbols NONE = new Symbols(Map.of());

    public Symbols {
        addresses = Map.copyOf(addresses);
    }

    /** A label at exactly this address, the first in alphabetical order if there are several. */
    public Optional<String> at(long address) {
        return new TreeMap<>(addresses)
                .entrySet().stream()
                        .filter(e -> e.getValue() == address)
                        .map(Map.Entry::getKey)
                        .findFirst();
    }
}

package dev.vmkit.testkit.conform;

import java.util.Optional;

/**
 * What a run of an adapter can be told.
 *
 * @param preset what holds if nobody says it; a setting without one must be given
 */
public record Setting(String name, Optional<String> preset, String doc) {

    static Setting required(String name, String doc) {
        return new Setting(name, Optional.empty(), doc);
    }

    static Setting of(String name, String preset, String doc) {
        return new Setting(name, Optional.of(preset), doc);
    }
}

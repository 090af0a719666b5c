package dev.vmkit.language.sensitivity;

import dev.vmkit.language.isa.Privilege.Mode;
import java.util.Set;

/**
 * What an instruction may do in a mode.
 *
 * @param completes whether it may complete; else it always traps
 * @param traps what it may raise itself, by name; memory aside
 * @param controls what of the processor's control it may change: registers, the mode, translations, whether it runs on
 * @param locations what of a program's state may depend on where memory lies
 * @param resources what of a program's state may depend on control, the time, or the world outside
 * @param sources the state or the externs that {@code locations} and {@code resources} come from
 */
public record InMode(
        Mode mode,
        boolean completes,
        Set<String> traps,
        Set<String> controls,
        Set<String> locations,
        Set<String> resources,
        Set<String> sources) {
    public InMode {
        traps = Set.copyOf(traps);
        controls = Set.copyOf(controls);
        locations = Set.copyOf(locations);
        resources = Set.copyOf(resources);
        sources = Set.copyOf(sources);
    }

    /** Whether it is sensitive in this mode, by itself. */
    public boolean isSensitive() {
        return !controls.isEmpty() || !locations.isEmpty() || !resources.isEmpty();
    }
}

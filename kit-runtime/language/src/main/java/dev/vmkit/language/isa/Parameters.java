package dev.vmkit.language.isa;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The values of the parameters and features for which a definition is expanded, by name. */
record Parameters(Map<String, Long> values, Map<String, Boolean> features) {
    /** Those switched on. */
    Set<String> featuresOn() {
        Set<String> on = new LinkedHashSet<>(features.keySet());
        on.removeIf(name -> !features.getOrDefault(name, false));
        return on;
    }
}

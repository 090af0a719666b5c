package dev.vmkit.language.isa;

import java.util.Collections;
import java.util.Map;

/** A named type whose bit fields have names, such as a page-table entry. */
public record Layout(String name, int width, Map<String, BitRange> fields) {
    public Layout {
        fields = Collections.unmodifiableMap(fields);
    }
}

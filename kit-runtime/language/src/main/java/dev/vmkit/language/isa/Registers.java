package dev.vmkit.language.isa;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The registers of a definition, by name in the order of the file.
 *
 * @param leftOut those whose {@code when} does not hold
 * @param broken names of those whose declaration has a mistake, so that what builds on them is not told again
 */
record Registers(
        Map<String, RegisterFile> files,
        Map<String, RegisterFile> leftOut,
        Map<String, RegisterView> views,
        Set<String> broken) {
    List<RegisterFile> list() {
        return new ArrayList<>(files.values());
    }

    /** All names a semantics or an assembly may use for a register: files, views, and what elements are called. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(files.keySet());
        names.addAll(broken);
        names.addAll(views.keySet());
        files.values().forEach(file -> names.addAll(file.names()));
        return names;
    }
}

package dev.vmkit.assembly.catalog;

import java.nio.file.Path;
import java.util.List;

/**
 * A plugin, for lists.
 *
 * @param requires the versions of the kit it works with
 * @param location its folder or archive
 */
public record PluginInfo(String name, String version, String requires, String about, Path location, List<Part> parts) {

    public PluginInfo {
        parts = List.copyOf(parts);
    }
}

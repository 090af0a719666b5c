package dev.vmkit.language.isa;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a part says of itself in a device tree, before it has an address.
 *
 * @param node the node's name without its unit address, such as {@code serial}
 * @param properties values by name, in order. Where all values are numbers they become cells, otherwise strings; without
 *     any value the property is a flag. {@code $name} stands for the value of a parameter.
 * @param beside nodes at the root that say what this one is good for; in them {@code $phandle} stands for this node
 */
public record TreeTemplate(String node, Map<String, List<String>> properties, List<TreeTemplate> beside) {

    public TreeTemplate {
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        beside = List.copyOf(beside);
    }

    /** Without nodes beside it. */
    public TreeTemplate(String node, Map<String, List<String>> properties) {
        this(node, properties, List.of());
    }
}

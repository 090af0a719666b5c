package dev.vmkit.layers.devicetree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A node: properties, then the nodes below it.
 *
 * @param name with its unit address, {@code serial@10000000}; empty for the root
 * @param properties in order, each name once
 * @param children in order
 */
public record TreeNode(String name, List<Property> properties, List<TreeNode> children) {

    public TreeNode {
        properties = List.copyOf(properties);
        children = List.copyOf(children);
    }

    /** A node without nodes below it. */
    public static TreeNode leaf(String name, List<Property> properties) {
        return new TreeNode(name, properties, List.of());
    }

    /** The property of that name, if there is one. */
    public Optional<Property> property(String property) {
        return properties.stream().filter(p -> p.name().equals(property)).findFirst();
    }

    /** The node directly below of that name, if there is one. */
    public Optional<TreeNode> child(String child) {
        return children.stream().filter(c -> c.name().equals(child)).findFirst();
    }

    /** The same node with some properties more, which replace those of the same name. */
    public TreeNode with(List<Property> more) {
        List<Property> all = new ArrayList<>(properties);
        for (Property property : more) {
            all.removeIf(old -> old.name().equals(property.name()));
            all.add(property);
        }
        return new TreeNode(name, all, children);
    }

    /** The same node with {@code child} in the place of the one of that name, or behind all others. */
    public TreeNode with(TreeNode child) {
        List<TreeNode> all = new ArrayList<>(children);
        int place = all.stream().map(TreeNode::name).toList().indexOf(child.name());
        if (place < 0) {
            all.add(child);
        } else {
            all.set(place, child);
        }
        return new TreeNode(name, properties, all);
    }
}

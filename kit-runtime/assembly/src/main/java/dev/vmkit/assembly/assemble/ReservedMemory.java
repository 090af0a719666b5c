package dev.vmkit.assembly.assemble;

import dev.vmkit.layers.devicetree.DeviceTree;
import dev.vmkit.layers.devicetree.Property;
import dev.vmkit.layers.devicetree.TreeNode;
import java.util.List;

/**
 * Tells an operating system to leave firmware alone (Devicetree Specification 0.4, section 3.5). Raw firmware, such as
 * OpenSBI's, is left out: it takes more memory than its file has, and tells of it itself.
 */
final class ReservedMemory {
    private static final String NODE = "reserved-memory";
    private static final long PAGE = 4096;

    private ReservedMemory() {}

    static DeviceTree without(DeviceTree tree, List<ResolvedProgram> firmware) {
        List<TreeNode> regions = firmware.stream()
                .filter(p -> !p.format().equals("raw"))
                .flatMap(p -> p.segments().stream())
                .map(ReservedMemory::region)
                .toList();
        if (regions.isEmpty()) {
            return tree;
        }
        TreeNode reserved = tree.root()
                .child(NODE)
                .orElse(TreeNode.leaf(
                        NODE,
                        List.of(
                                Property.cells("#address-cells", 2),
                                Property.cells("#size-cells", 2),
                                Property.flag("ranges"))));
        for (TreeNode region : regions) {
            reserved = reserved.with(region);
        }
        return new DeviceTree(tree.reserved(), tree.bootHart(), tree.root().with(reserved));
    }

    private static TreeNode region(ResolvedProgram.Segment segment) {
        long start = segment.address() & -PAGE;
        long size = MainMemory.above(segment.address() + segment.size(), PAGE) - start;
        return TreeNode.leaf(
                "firmware@" + Long.toHexString(start),
                List.of(Property.wide("reg", start, size), Property.flag("no-map")));
    }
}

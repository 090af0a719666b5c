package dev.vmkit.layers.devicetree;

import java.util.List;

/**
 * A description of a machine.
 *
 * @param reserved memory that an operating system must leave alone
 * @param bootHart the physical id of the processor that starts
 * @param root the node {@code /}
 */
public record DeviceTree(List<Reservation> reserved, int bootHart, TreeNode root) {

    /** Bytes of memory from a physical address on; both unsigned. */
    public record Reservation(long address, long size) {}

    public DeviceTree {
        reserved = List.copyOf(reserved);
    }

    /** A tree without reservations for a machine whose first processor starts. */
    public static DeviceTree of(TreeNode root) {
        return new DeviceTree(List.of(), 0, root);
    }
}

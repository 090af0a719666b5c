/**
 * Device trees, by which a machine describes itself to firmware and operating systems (Devicetree Specification 0.4).
 * What enters: a {@link dev.vmkit.layers.devicetree.DeviceTree}, or the bytes of a flattened one, which are hostile until
 * read. What leaves: those bytes, or the source text that a person reads. Read
 * {@link dev.vmkit.layers.devicetree.TreeNode} first.
 */
@NullMarked
package dev.vmkit.layers.devicetree;

import org.jspecify.annotations.NullMarked;

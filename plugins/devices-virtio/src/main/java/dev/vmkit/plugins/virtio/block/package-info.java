/**
 * The virtio block device (virtio 1.2, section 5.2): a disk of 512-byte sectors over a {@link dev.vmkit.api.BlockStore}.
 * What enters: chains with a request each. What leaves: the same chains with a status, and the store's bytes. Read
 * {@link dev.vmkit.plugins.virtio.block.Block} first.
 */
@NullMarked
package dev.vmkit.plugins.virtio.block;

import org.jspecify.annotations.NullMarked;

/**
 * The virtio entropy device (virtio 1.2, section 5.4). What enters: chains of empty buffers, and a seed. What leaves: the
 * buffers full of random bytes. Read {@link dev.vmkit.plugins.virtio.entropy.Entropy} first.
 */
@NullMarked
package dev.vmkit.plugins.virtio.entropy;

import org.jspecify.annotations.NullMarked;

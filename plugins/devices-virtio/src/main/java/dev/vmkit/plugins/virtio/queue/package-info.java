/**
 * Split virtqueues, seen from the device (virtio 1.2, section 2.7). What enters: the addresses at which a driver put its
 * rings. What leaves: {@link dev.vmkit.plugins.virtio.queue.Chain}s, requests whose bytes can be read and written. Rings
 * are hostile: every index, flag and length is copied out of memory once, checked, and only then used; what does not hold
 * is a {@link dev.vmkit.plugins.virtio.queue.RingFault}. Read {@link dev.vmkit.plugins.virtio.queue.Queue} first.
 */
@NullMarked
package dev.vmkit.plugins.virtio.queue;

import org.jspecify.annotations.NullMarked;

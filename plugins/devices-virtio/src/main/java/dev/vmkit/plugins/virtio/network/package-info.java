/**
 * The virtio network device (virtio 1.2, section 5.1) with one pair of queues and no offloads. What enters: chains that each
 * hold a frame to send, empty buffers for those that come. What leaves: frames on a {@link dev.vmkit.api.NetworkPort}, and
 * full buffers. Read {@link dev.vmkit.plugins.virtio.network.NetworkCard} first.
 */
@NullMarked
package dev.vmkit.plugins.virtio.network;

import org.jspecify.annotations.NullMarked;

/**
 * The registers of virtio-mmio, version 2 (virtio 1.2, section 4.2), and what all virtio devices share behind them: status,
 * features, queues, interrupts. What enters: a {@link dev.vmkit.plugins.virtio.transport.VirtioDevice}, which knows what
 * one kind of device does with a request. What leaves: a {@link dev.vmkit.api.Device} for a board. Read
 * {@link dev.vmkit.plugins.virtio.transport.VirtioDevice} first, then
 * {@link dev.vmkit.plugins.virtio.transport.MmioTransport}.
 */
@NullMarked
package dev.vmkit.plugins.virtio.transport;

import org.jspecify.annotations.NullMarked;

/**
 * The devices of this plugin that are written in Java: a {@link dev.vmkit.plugins.devices.Uart16550} and the host-target
 * interface {@link dev.vmkit.plugins.devices.Htif}. What enters: the capabilities of a
 * {@link dev.vmkit.api.DeviceContext}. What leaves: {@link dev.vmkit.api.Device}s. The other devices are YAML alone: see
 * the resources. Read {@link dev.vmkit.plugins.devices.Uart16550Model} first.
 */
@NullMarked
package dev.vmkit.plugins.devices;

import org.jspecify.annotations.NullMarked;

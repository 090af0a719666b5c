/**
 * Devices at work. What enters: a {@link dev.vmkit.language.device.DeviceDefinition}, a Java
 * {@link dev.vmkit.api.DeviceModel} where the definition names one, and the capabilities a machine grants
 * ({@link dev.vmkit.machine.device.DevicePorts}). What leaves: a {@link dev.vmkit.machine.device.RunningDevice} whose window
 * lies in an address space. Read {@link dev.vmkit.machine.device.RunningDevice} first.
 */
@NullMarked
package dev.vmkit.machine.device;

import org.jspecify.annotations.NullMarked;

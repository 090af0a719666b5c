/**
 * Device definitions. What enters: the YAML of a device ({@code device: timer}). What leaves: a
 * {@link dev.vmkit.language.device.DeviceDefinition}, checked: parameters, connections, registers, and what the device
 * does, either the name of a Java class or behaviour in the semantics language. Behaviour is checked as an instruction set
 * without instructions ({@link dev.vmkit.language.device.Behaviour}), so that devices and instructions are written in one
 * language and run by one interpreter. Read {@link dev.vmkit.language.device.DeviceDefinition} first.
 */
@NullMarked
package dev.vmkit.language.device;

import org.jspecify.annotations.NullMarked;

/**
 * The devices of RISC-V boards that are written in Java: {@link dev.vmkit.plugins.devices.riscv.Clint}, which is
 * {@link dev.vmkit.plugins.devices.riscv.SoftwareInterrupts} and {@link dev.vmkit.plugins.devices.riscv.MachineTimers}
 * side by side, and {@link dev.vmkit.plugins.devices.riscv.Plic}. What enters: the capabilities of a
 * {@link dev.vmkit.api.DeviceContext}, and the interrupts of other devices. What leaves: interrupts for harts. The other
 * devices are YAML alone: see the resources. Read {@link dev.vmkit.plugins.devices.riscv.Clint} first.
 */
@NullMarked
package dev.vmkit.plugins.devices.riscv;

import org.jspecify.annotations.NullMarked;

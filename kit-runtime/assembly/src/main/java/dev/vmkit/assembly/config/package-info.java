/**
 * Machine files as written. What enters: a {@code machine.yaml}. What leaves: a
 * {@link dev.vmkit.assembly.config.MachineConfig}, every value typed and with its place; whether names stand for anything
 * is not asked yet. Read {@link dev.vmkit.assembly.config.MachineConfig} first, then
 * {@link dev.vmkit.assembly.config.MachineReader}.
 */
@NullMarked
package dev.vmkit.assembly.config;

import org.jspecify.annotations.NullMarked;

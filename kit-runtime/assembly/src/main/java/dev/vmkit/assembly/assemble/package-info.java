/**
 * From a machine file to a machine. What enters: a {@link dev.vmkit.assembly.config.MachineConfig} and a
 * {@link dev.vmkit.assembly.catalog.Catalog}. What leaves: a {@link dev.vmkit.assembly.assemble.ResolvedMachine}, in which
 * every name stands for a thing and every address was checked, and from it a running
 * {@link dev.vmkit.machine.board.Machine}. Read {@link dev.vmkit.assembly.assemble.ResolvedMachine} first, then
 * {@link dev.vmkit.assembly.assemble.Resolution}.
 */
@NullMarked
package dev.vmkit.assembly.assemble;

import org.jspecify.annotations.NullMarked;

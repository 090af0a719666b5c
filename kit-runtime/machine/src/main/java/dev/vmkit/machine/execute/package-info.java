/**
 * Running instructions. What enters: a hart. What leaves: its {@link dev.vmkit.machine.hart.Stop}s. Read
 * {@link dev.vmkit.machine.execute.InterpretEngine} first: it decodes an instruction once, has
 * {@link dev.vmkit.machine.execute.Compiler} turn its specialised body into a tree of closures, and keeps that in the
 * {@link dev.vmkit.machine.execute.CodeCache}. It may be given faster ways, of which it knows no more than {@link
 * dev.vmkit.machine.execute.Steps} for one instruction or function and {@link dev.vmkit.machine.execute.Accelerator} for many. {@link
 * dev.vmkit.machine.execute.Mmu} is the way to memory: {@link
 * dev.vmkit.machine.execute.Translation} asks the definition where an access goes and whether it may, {@link
 * dev.vmkit.machine.execute.Tlb} remembers that by page, {@link dev.vmkit.machine.execute.Blocks} which pages were one
 * larger block. {@link dev.vmkit.machine.execute.Delivery} is the way into traps and interrupts.
 */
@NullMarked
package dev.vmkit.machine.execute;

import org.jspecify.annotations.NullMarked;

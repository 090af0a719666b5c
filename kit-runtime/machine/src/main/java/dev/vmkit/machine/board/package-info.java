/**
 * The machine as a whole. What enters: harts, address spaces and devices, put together by a
 * {@link dev.vmkit.machine.board.MachineBuilder}, and a program. What leaves: the
 * {@link dev.vmkit.machine.board.Outcome} of a run. Equal machines with equal input run equally, instruction by instruction:
 * host input is either there when the guest asks for it, or comes in at recorded times
 * ({@link dev.vmkit.machine.board.InputLog}). Read {@link dev.vmkit.machine.board.Machine} first.
 */
@NullMarked
package dev.vmkit.machine.board;

import org.jspecify.annotations.NullMarked;

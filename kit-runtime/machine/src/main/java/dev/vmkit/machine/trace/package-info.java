/**
 * What a machine did, instruction by instruction. What enters: a running {@link dev.vmkit.machine.hart.Hart}. What leaves:
 * {@link dev.vmkit.machine.trace.TraceEvent}s, to be read by people ({@link dev.vmkit.machine.trace.TextTrace}) or programs
 * ({@link dev.vmkit.machine.trace.JsonTrace}). It works with any engine, and costs nothing when it is off. Read
 * {@link dev.vmkit.machine.trace.Tracer} first.
 */
@NullMarked
package dev.vmkit.machine.trace;

import org.jspecify.annotations.NullMarked;

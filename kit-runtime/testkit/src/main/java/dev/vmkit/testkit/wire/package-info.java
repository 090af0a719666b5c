/**
 * Questions and answers between two processes. What enters: {@link dev.vmkit.testkit.subject.Question}s at the judge's end,
 * and at the part's end a subject that answers them. What leaves: the same {@link dev.vmkit.testkit.subject.Answer}s as in
 * one process, or {@link dev.vmkit.testkit.subject.Answer.Lost}.
 *
 * <p>The judge's end believes nothing. A frame has a bounded length, which is checked before memory is taken; what is in it
 * is read as the type that belongs there and as no other, so no byte of it chooses a class; and an answer that does not
 * belong to the question is no answer. How a process is started, watched and ended is not known here, but to a
 * {@link dev.vmkit.testkit.wire.Carrier}.
 *
 * <p>Read {@link dev.vmkit.testkit.wire.RemoteSubject} first.
 */
@NullMarked
package dev.vmkit.testkit.wire;

import org.jspecify.annotations.NullMarked;

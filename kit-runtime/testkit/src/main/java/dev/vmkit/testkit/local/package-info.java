/**
 * Answers questions about a submission by the kit itself, in this process. What enters: where a submission lies, and a
 * {@link dev.vmkit.testkit.subject.Question}. What leaves: an {@link dev.vmkit.testkit.subject.Answer}. A process of a
 * part's own runs the very same. Read {@link dev.vmkit.testkit.local.LocalSubject} first.
 */
@NullMarked
package dev.vmkit.testkit.local;

import org.jspecify.annotations.NullMarked;

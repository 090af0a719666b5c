/**
 * Processes for code that nobody trusts. What enters: a submission's files and what its code may use. What leaves: a
 * {@link dev.vmkit.testkit.subject.Subject} that lives in a process of its own, which is watched, and ended with all that
 * it started.
 *
 * <p>A {@link dev.vmkit.tools.isolate.Cage} is such a process. How well it holds depends on what the machine offers:
 * {@link dev.vmkit.tools.isolate.Isolation} finds out, and never takes less than was asked for. What each tier stops and
 * what it does not is written down in docs/reference/isolation.md, and tested. Read
 * {@link dev.vmkit.tools.isolate.Cages} first.
 */
@NullMarked
package dev.vmkit.tools.isolate;

import org.jspecify.annotations.NullMarked;

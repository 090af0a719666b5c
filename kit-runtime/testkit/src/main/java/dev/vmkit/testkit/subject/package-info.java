/**
 * What can be asked of a part under test, and what it can answer. What enters: a {@link dev.vmkit.testkit.subject.Question}.
 * What leaves: an {@link dev.vmkit.testkit.subject.Answer}. Both are plain data, records of numbers, texts, lists, maps and
 * further records, so that part and judge need not share a process; nothing expected and nothing of the suite is in them.
 *
 * <p>Places are written as in expectations of example programs: {@code R0}, {@code psr.N}, {@code N}, {@code mem[0x3000]},
 * {@code mem16[label]}.
 *
 * <p>Read {@link dev.vmkit.testkit.subject.Question} first.
 */
@NullMarked
package dev.vmkit.testkit.subject;

import org.jspecify.annotations.NullMarked;

/**
 * Judges parts under test. What enters: a suite, and where subjects come from. What leaves: a
 * {@link dev.vmkit.testkit.judge.Verdict}. Read {@link dev.vmkit.testkit.judge.Verdict} first.
 */
@NullMarked
package dev.vmkit.testkit.judge;

import org.jspecify.annotations.NullMarked;

/**
 * Tests of suites. What enters: a suite and its reference. What leaves: how many mutants of the reference the suite tells
 * from it, and which it lets live. Read {@link dev.vmkit.testkit.mutation.SuiteCheck} first.
 */
@NullMarked
package dev.vmkit.testkit.mutation;

import org.jspecify.annotations.NullMarked;

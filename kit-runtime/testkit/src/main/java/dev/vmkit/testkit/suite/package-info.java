/**
 * Graded suites. What enters: a YAML file. What leaves: a suite as data, or located errors. Read
 * {@link dev.vmkit.testkit.suite.Suite} first.
 */
@NullMarked
package dev.vmkit.testkit.suite;

import org.jspecify.annotations.NullMarked;

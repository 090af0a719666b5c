/**
 * Graded suites and tests of machines as ordinary tests. What enters: a class that names a suite
 * ({@link dev.vmkit.testkit.junit.GradedSuite}), or a method with {@link dev.vmkit.testkit.junit.MachineTest}. What leaves:
 * tests, as IDEs, Surefire and CI show them. Read {@link dev.vmkit.testkit.junit.GradedSuite} first.
 */
@NullMarked
package dev.vmkit.testkit.junit;

import org.jspecify.annotations.NullMarked;

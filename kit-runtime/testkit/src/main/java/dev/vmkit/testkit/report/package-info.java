/**
 * What tests of parts found. What enters: single checks. What leaves: a {@link dev.vmkit.testkit.report.Report}, the same
 * for instruction sets, devices and policies, for people and for programs. Read
 * {@link dev.vmkit.testkit.report.Case} first.
 */
@NullMarked
package dev.vmkit.testkit.report;

import org.jspecify.annotations.NullMarked;

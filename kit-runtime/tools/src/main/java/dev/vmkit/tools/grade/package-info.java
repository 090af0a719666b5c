/**
 * Grading one submission. What enters: a suite, and a folder, a ZIP or a JAR from somebody nobody knows. What leaves: a
 * {@link dev.vmkit.testkit.judge.Verdict}. Read {@link dev.vmkit.tools.grade.Grader} first: it has the submission taken in
 * ({@code dev.vmkit.tools.submission}), and lets a judge ask it where it can do no harm ({@code dev.vmkit.tools.isolate}).
 */
@NullMarked
package dev.vmkit.tools.grade;

import org.jspecify.annotations.NullMarked;

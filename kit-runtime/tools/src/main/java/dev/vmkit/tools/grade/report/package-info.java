/**
 * A verdict as others read it. What enters: a {@link dev.vmkit.testkit.judge.Verdict}, and for whom it is. What leaves: text,
 * Gradescope's results, JUnit's XML, JSON, Markdown or a page of HTML; equal verdicts give equal bytes. Read
 * {@link dev.vmkit.tools.grade.report.Format} first.
 */
@NullMarked
package dev.vmkit.tools.grade.report;

import org.jspecify.annotations.NullMarked;

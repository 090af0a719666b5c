/**
 * Shows what came out of experiments. What enters: {@link dev.vmkit.testkit.experiment.Results}. What leaves: tables, figures
 * for scripts, and pictures of them. Read {@link dev.vmkit.tools.experiment.ResultTable} first.
 */
@NullMarked
package dev.vmkit.tools.experiment;

import org.jspecify.annotations.NullMarked;

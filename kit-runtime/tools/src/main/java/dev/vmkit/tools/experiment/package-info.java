/**
 * Runs experiments. What enters: {@link dev.vmkit.assembly.experiment.Trial}s. What leaves: {@link
 * dev.vmkit.tools.experiment.Results}, what was counted in each, and tables, figures and pictures of them. Read {@link
 * dev.vmkit.tools.experiment.Laboratory} first.
 */
@NullMarked
package dev.vmkit.tools.experiment;

import org.jspecify.annotations.NullMarked;

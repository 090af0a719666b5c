/**
 * Runs experiments. What enters: {@link dev.vmkit.assembly.experiment.Trial}s. What leaves: {@link
 * dev.vmkit.testkit.experiment.Results}, what was counted in each, and which claims hold. Read {@link
 * dev.vmkit.testkit.experiment.Laboratory} first.
 */
@NullMarked
package dev.vmkit.testkit.experiment;

import org.jspecify.annotations.NullMarked;

/**
 * From an experiment file to trials: the same guests under one way after another. What enters: an experiment file, cost
 * profiles, and a catalog. What leaves: {@link dev.vmkit.assembly.experiment.Trial}s, ready to be run, and the {@link
 * dev.vmkit.assembly.experiment.Claim}s to hold their counts against. Read {@link dev.vmkit.assembly.experiment.Experiment}
 * first.
 */
@NullMarked
package dev.vmkit.assembly.experiment;

import org.jspecify.annotations.NullMarked;

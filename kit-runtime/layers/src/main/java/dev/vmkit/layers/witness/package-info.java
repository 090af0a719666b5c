/**
 * States that show what an instruction does. The static pass ({@link dev.vmkit.language.sensitivity.Verdict}) says what an
 * instruction may do; here instructions run, from pairs of states that differ in one thing, and every claim is shown by a
 * {@link dev.vmkit.layers.witness.Witness} that anybody can replay. What enters: an {@link dev.vmkit.language.ir.Isa}. What
 * leaves: an {@link dev.vmkit.layers.witness.Analysis} for people, a {@link dev.vmkit.layers.witness.Suitability} for layers.
 * Read {@link dev.vmkit.layers.witness.Trial} first.
 */
@NullMarked
package dev.vmkit.layers.witness;

import org.jspecify.annotations.NullMarked;

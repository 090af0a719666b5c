/**
 * Which instructions a layer that runs guests has to look after, found in what a definition says they do (Popek and
 * Goldberg, "Formal requirements for virtualizable third generation architectures", CACM 17(7), 1974). What enters: a checked
 * {@link dev.vmkit.language.ir.Isa} that says whose its state is. What leaves: {@link
 * dev.vmkit.language.sensitivity.Verdict}, for a mode that kernels are written for and the lower one they are to run in. Read
 * {@link dev.vmkit.language.sensitivity.Classes} first, which says what is asked; {@link
 * dev.vmkit.language.sensitivity.TwinRun} answers it by running an instruction from two states at once, of which only
 * something is known.
 */
@NullMarked
package dev.vmkit.language.sensitivity;

import org.jspecify.annotations.NullMarked;

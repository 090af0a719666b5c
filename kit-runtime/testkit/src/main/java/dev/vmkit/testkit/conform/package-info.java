/**
 * Public test material, brought by whoever runs it. What enters: files of a known format and an instruction set. What
 * leaves: how many cases of each file hold, and the first that do not, explained. Each format is one
 * {@link dev.vmkit.testkit.conform.Adapter}; read that first, then {@link dev.vmkit.testkit.conform.SuccessTrap}.
 */
@NullMarked
package dev.vmkit.testkit.conform;

import org.jspecify.annotations.NullMarked;

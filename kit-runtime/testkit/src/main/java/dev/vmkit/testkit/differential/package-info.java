/**
 * Proof that engines agree. What enters: an instruction set, two engines and a seed. What leaves: nothing, or a {@link
 * dev.vmkit.testkit.differential.Finding}: the shortest program found on which they differ, and where. A {@link
 * dev.vmkit.testkit.differential.Scenario} is drawn from the seed, two {@link dev.vmkit.testkit.differential.Subject}s run it in
 * slices, a {@link dev.vmkit.testkit.differential.Comparison} looks at both after every slice. Read {@link
 * dev.vmkit.testkit.differential.Fuzzer} first.
 */
@NullMarked
package dev.vmkit.testkit.differential;

import org.jspecify.annotations.NullMarked;

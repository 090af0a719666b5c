/**
 * Labs: what students start from is derived from a solution, so that the two cannot drift. What enters: the folder of a
 * solution in which gaps are marked by comments. What leaves: the same files with the gaps open. Read
 * {@link dev.vmkit.tools.lab.Gaps} first.
 */
@NullMarked
package dev.vmkit.tools.lab;

import org.jspecify.annotations.NullMarked;

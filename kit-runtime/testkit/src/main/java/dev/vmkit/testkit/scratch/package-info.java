/**
 * Folders that are there for a while. What enters: a name. What leaves: an empty folder that goes when it is closed, with its
 * process, or, if that was killed, with the next one. Read {@link dev.vmkit.testkit.scratch.ScratchFolder} first.
 */
@NullMarked
package dev.vmkit.testkit.scratch;

import org.jspecify.annotations.NullMarked;

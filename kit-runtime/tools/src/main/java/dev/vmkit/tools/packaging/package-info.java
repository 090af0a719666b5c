/**
 * The kit and a suite as other platforms take them. What enters: a suite, and the folder of this kit. What leaves: a ZIP for
 * Gradescope. Read {@link dev.vmkit.tools.packaging.GradescopePackage} first.
 */
@NullMarked
package dev.vmkit.tools.packaging;

import org.jspecify.annotations.NullMarked;

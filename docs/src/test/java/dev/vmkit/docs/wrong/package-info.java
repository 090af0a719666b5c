/** A house in which every rule is broken once, so that a test can show that each rule bites. */
@NullMarked
package dev.vmkit.docs.wrong;

import org.jspecify.annotations.NullMarked;

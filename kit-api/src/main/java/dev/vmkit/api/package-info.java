/**
 * The contract between the kit and its parts: devices, instruction sets, schedulers, layers, images.
 *
 * <p>A plugin depends on this package, on the JDK, and on nothing else of the kit.
 */
@NullMarked
package dev.vmkit.api;

import org.jspecify.annotations.NullMarked;

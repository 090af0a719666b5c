/**
 * What devices show, for people: pictures as text of a terminal or as PNG files. What enters: a
 * {@link dev.vmkit.api.Surface.Picture}. What leaves: text and bytes. Read {@link dev.vmkit.tools.screen.HalfBlocks} first.
 */
@NullMarked
package dev.vmkit.tools.screen;

import org.jspecify.annotations.NullMarked;

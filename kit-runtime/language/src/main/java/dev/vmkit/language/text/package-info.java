/**
 * Source text and what can be said about it: files, positions, mistakes.
 *
 * <p>In: the bytes of a file. Out: diagnostics that name file, line and column.
 */
@NullMarked
package dev.vmkit.language.text;

import org.jspecify.annotations.NullMarked;

/**
 * Source text and what is said about it. What enters: the characters of a file. What leaves: pieces of text that know
 * where they came from ({@link dev.vmkit.language.text.Text}) and located messages
 * ({@link dev.vmkit.language.text.Diagnostic}). Read {@link dev.vmkit.language.text.SourceFile} first.
 */
@NullMarked
package dev.vmkit.language.text;

import org.jspecify.annotations.NullMarked;

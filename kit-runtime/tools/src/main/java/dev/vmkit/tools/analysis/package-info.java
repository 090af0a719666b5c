/**
 * What {@code kit analyze} shows. What enters: an {@link dev.vmkit.layers.witness.Analysis}. What leaves: text, a page of HTML,
 * or JSON. Read {@link dev.vmkit.tools.analysis.Page} first: what is said, before it is laid out.
 */
@NullMarked
package dev.vmkit.tools.analysis;

import org.jspecify.annotations.NullMarked;

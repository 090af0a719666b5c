/**
 * Starting points for parts of one's own. What enters: a kind and a name. What leaves: a folder with a working part that
 * passes its own tests. Read {@link dev.vmkit.tools.starter.Starter} first; the files themselves are resources.
 */
@NullMarked
package dev.vmkit.tools.starter;

import org.jspecify.annotations.NullMarked;

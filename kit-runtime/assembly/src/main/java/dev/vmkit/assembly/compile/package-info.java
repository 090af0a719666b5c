/**
 * Parts in Java without a build. What enters: a plugin folder with sources under {@code src}. What leaves: classes beside
 * them, or the compiler's messages as the kit's own. Read {@link dev.vmkit.assembly.compile.PluginCompiler} first.
 */
@NullMarked
package dev.vmkit.assembly.compile;

import org.jspecify.annotations.NullMarked;

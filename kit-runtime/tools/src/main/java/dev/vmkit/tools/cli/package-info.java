/**
 * The {@code kit} command. What enters: arguments, files, a terminal. What leaves: text, JSON and exit codes. Each command
 * is a file of its own; {@link dev.vmkit.tools.cli.Kit} lists them, and
 * {@link dev.vmkit.tools.cli.ExitCode} says what the codes mean. The only user of picocli, of the standard streams and of
 * {@code System.exit}.
 */
@NullMarked
package dev.vmkit.tools.cli;

import org.jspecify.annotations.NullMarked;

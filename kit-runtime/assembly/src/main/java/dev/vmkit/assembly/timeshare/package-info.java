/**
 * From a host file with {@code timeshare:} to programs that take turns. What enters: a {@link
 * dev.vmkit.assembly.config.TimesharingConfig} and a catalog. What leaves: a {@link
 * dev.vmkit.assembly.timeshare.ResolvedTimesharing}, and from it a {@link dev.vmkit.layers.timeshare.Monitor}. Read {@link
 * dev.vmkit.assembly.timeshare.TimesharingResolution} first.
 */
@NullMarked
package dev.vmkit.assembly.timeshare;

import org.jspecify.annotations.NullMarked;

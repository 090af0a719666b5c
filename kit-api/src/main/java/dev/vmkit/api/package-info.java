/**
 * The contract between the kit and its plugins. A plugin offers parts: a {@link dev.vmkit.api.DeviceModel}, functions for
 * an instruction set ({@link dev.vmkit.api.IsaFunctions}), a {@link dev.vmkit.api.SchedulerPolicy}, an
 * {@link dev.vmkit.api.ImageLoader}; many parts need YAML alone and no Java. What enters a part is a narrow set of
 * capabilities; what leaves it is behaviour in virtual time: no wall clock, no threads, no host files. Everything is
 * called on one thread at a time. Read {@link dev.vmkit.api.DeviceModel} first.
 *
 * <p>Every type says whether it is {@link dev.vmkit.api.Stable} or {@link dev.vmkit.api.Experimental}, and whether a
 * plugin may implement it or only call it.
 */
@NullMarked
package dev.vmkit.api;

import org.jspecify.annotations.NullMarked;

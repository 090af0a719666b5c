/**
 * From a host file to guests that run. What enters: a {@link dev.vmkit.assembly.config.HostConfig} and a catalog. What
 * leaves: a {@link dev.vmkit.assembly.host.ResolvedHost}, and from it a {@link dev.vmkit.layers.hypervisor.Host}. Read {@link
 * dev.vmkit.assembly.host.HostResolution} first.
 */
@NullMarked
package dev.vmkit.assembly.host;

import org.jspecify.annotations.NullMarked;

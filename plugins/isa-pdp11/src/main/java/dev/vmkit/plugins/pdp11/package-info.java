/**
 * The PDP-11's disk in Java, as it reads and writes memory on its own. What enters: the capabilities of a {@link
 * dev.vmkit.api.DeviceContext}. What leaves: a {@link dev.vmkit.api.Device}. The other devices and the processor are YAML
 * alone: see the resources. Read {@link dev.vmkit.plugins.pdp11.Rk11} first.
 */
@NullMarked
package dev.vmkit.plugins.pdp11;

import org.jspecify.annotations.NullMarked;

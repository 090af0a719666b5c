/**
 * The devices of this plugin that are written in Java: the {@link dev.vmkit.plugins.classic.Framebuffer} and the
 * {@link dev.vmkit.plugins.classic.SectorDisk}. What enters: the
 * capabilities of a {@link dev.vmkit.api.DeviceContext}. What leaves: {@link dev.vmkit.api.Device}s. The other devices are
 * YAML alone: see the resources. Read {@link dev.vmkit.plugins.classic.FramebufferModel} first.
 */
@NullMarked
package dev.vmkit.plugins.classic;

import org.jspecify.annotations.NullMarked;

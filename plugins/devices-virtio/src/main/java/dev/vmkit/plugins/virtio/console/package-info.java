/**
 * The virtio console (virtio 1.2, section 5.3) with one port. What enters: chains of characters to show, empty buffers for
 * those typed. What leaves: characters on a {@link dev.vmkit.api.ByteStream}, and full buffers. Read
 * {@link dev.vmkit.plugins.virtio.console.Console} first.
 */
@NullMarked
package dev.vmkit.plugins.virtio.console;

import org.jspecify.annotations.NullMarked;

/**
 * Disks, and files for what devices print. What enters: files of the host, an image and perhaps an overlay that keeps what
 * changes. What leaves: a {@link dev.vmkit.layers.storage.DiskStore} or {@link dev.vmkit.layers.storage.OutputFile} for a device. An image is raw: what it holds is never looked at, so a guest cannot make
 * it look like something else. An overlay is hostile until checked. Read {@link dev.vmkit.layers.storage.Disk} first.
 */
@NullMarked
package dev.vmkit.layers.storage;

import org.jspecify.annotations.NullMarked;

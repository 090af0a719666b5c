/**
 * Block stores. What enters: a file of the host. What leaves: a {@link dev.vmkit.api.BlockStore} for a device. Read
 * {@link dev.vmkit.layers.storage.FileStore} first.
 */
@NullMarked
package dev.vmkit.layers.storage;

import org.jspecify.annotations.NullMarked;

/**
 * Program files. What enters: a file's name and its bytes. What leaves: an {@link dev.vmkit.api.Image}, segments for
 * memory with an entry and symbols. Files are hostile until checked: every offset, size and count is compared with what
 * the file holds before memory is taken for it. Read {@link dev.vmkit.layers.image.ImageFormats} first.
 *
 * <p>ELF and Intel HEX count addresses in bytes, so they suit machines with an 8-bit unit. An LC-3 object file counts
 * 16-bit words. A raw file is bytes that go, in this order, to wherever the machine file says.
 */
@NullMarked
package dev.vmkit.layers.image;

import org.jspecify.annotations.NullMarked;

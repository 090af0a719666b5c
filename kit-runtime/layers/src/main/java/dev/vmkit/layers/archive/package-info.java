/**
 * Archives. What enters: files from elsewhere, all of them hostile until read. What leaves: the bytes of the members that
 * somebody asked for; and archives written here, whose bytes depend on their members alone. Nothing is ever unpacked to
 * where a member's name says. Read {@link dev.vmkit.layers.archive.TarArchive} first. The only user of Commons Compress
 * and XZ.
 */
@NullMarked
package dev.vmkit.layers.archive;

import org.jspecify.annotations.NullMarked;

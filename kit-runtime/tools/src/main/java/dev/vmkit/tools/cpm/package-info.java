/**
 * Disks of CP/M. What enters: files with names of eight and three letters. What leaves: the bytes of a disk, as the machine of
 * the gallery reads it. Read {@link dev.vmkit.tools.cpm.CpmDisk} first.
 */
@NullMarked
package dev.vmkit.tools.cpm;

import org.jspecify.annotations.NullMarked;

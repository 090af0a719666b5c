/**
 * Operating systems by name. What enters: a name such as {@code debian-13-riscv64}. What leaves: a folder with a kernel, a
 * first file system, a blank disk and a machine file that runs. Read {@link dev.vmkit.tools.images.DebianImage} first.
 */
@NullMarked
package dev.vmkit.tools.images;

import org.jspecify.annotations.NullMarked;

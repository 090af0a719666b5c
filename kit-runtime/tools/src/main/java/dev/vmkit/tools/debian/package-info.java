/**
 * Debian's package archive. What enters: where a mirror of it is, and the names of packages. What leaves: the packages'
 * files, held against the package index, the index against the release file, and the release file against the archive's
 * keys. Read {@link dev.vmkit.tools.debian.DebianArchive} first. The only user of Bouncy Castle.
 */
@NullMarked
package dev.vmkit.tools.debian;

import org.jspecify.annotations.NullMarked;

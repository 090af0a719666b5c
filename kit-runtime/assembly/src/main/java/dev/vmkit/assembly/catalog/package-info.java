/**
 * Plugins and the parts they offer. What enters: folders, ZIPs and JARs with a plugin.yaml. What leaves: a
 * {@link dev.vmkit.assembly.catalog.Catalog} in which parts are found by name. Listing parts loads no class; a plugin's
 * classes are loaded, through PF4J, when a machine uses a part of it that is written in Java. Plugin code sees the JDK and
 * {@code dev.vmkit.api} alone. Read {@link dev.vmkit.assembly.catalog.Catalog} first.
 *
 * <p>None of this is a sandbox: a plugin's Java code runs with the rights of the kit.
 */
@NullMarked
package dev.vmkit.assembly.catalog;

import org.jspecify.annotations.NullMarked;

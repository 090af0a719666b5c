/**
 * All tests of a plugin. What enters: a catalog and a plugin's name. What leaves: a
 * {@link dev.vmkit.testkit.report.Report}. Read {@link dev.vmkit.testkit.plugin.PluginTests} first.
 */
@NullMarked
package dev.vmkit.testkit.plugin;

import org.jspecify.annotations.NullMarked;

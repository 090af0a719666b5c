/**
 * A class's results for others. What enters: {@link dev.vmkit.tools.classroom.statistics.ClassResults}. What leaves: CSV for
 * Moodle, Canvas and spreadsheets, and a page of HTML with plots. Read
 * {@link dev.vmkit.tools.classroom.export.PlatformName} first.
 */
@NullMarked
package dev.vmkit.tools.classroom.export;

import org.jspecify.annotations.NullMarked;

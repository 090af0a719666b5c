/**
 * A class in figures. What enters: the verdicts of a class. What leaves: how points are spread, and for each check how many
 * pass it and what most fail by. Read {@link dev.vmkit.tools.classroom.statistics.ClassResults} first.
 */
@NullMarked
package dev.vmkit.tools.classroom.statistics;

import org.jspecify.annotations.NullMarked;

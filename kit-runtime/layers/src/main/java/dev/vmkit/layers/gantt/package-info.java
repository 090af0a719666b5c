/**
 * Gantt charts of histories. What enters: a {@link dev.vmkit.layers.simulate.History}. What leaves: the chart as text that
 * can be compared line by line, and as a picture in SVG and PNG. Read {@link dev.vmkit.layers.gantt.TextChart} first.
 */
@NullMarked
package dev.vmkit.layers.gantt;

import org.jspecify.annotations.NullMarked;

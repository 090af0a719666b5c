/**
 * Whose work looks like whose. What enters: the definitions in YAML of a class's submissions, and what all were given. What
 * leaves: pairs that share more than chance and the task explain, with the lines that show it. For Java there is JPlag, a program
 * of its own. It is for a person to judge what a likeness means. Read {@link dev.vmkit.tools.classroom.similarity.Comparison}
 * first.
 */
@NullMarked
package dev.vmkit.tools.classroom.similarity;

import org.jspecify.annotations.NullMarked;

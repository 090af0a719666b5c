/**
 * Grading a class. What enters: a folder with a submission for each student, and a grader. What leaves: verdicts in a store,
 * and from them pages, tables and plots. Read {@link dev.vmkit.tools.classroom.Roll} first, then
 * {@link dev.vmkit.tools.classroom.crew.Worker}.
 */
@NullMarked
package dev.vmkit.tools.classroom;

import org.jspecify.annotations.NullMarked;

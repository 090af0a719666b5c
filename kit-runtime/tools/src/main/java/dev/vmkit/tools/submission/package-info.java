/**
 * Submissions, before anything of them runs. What enters: a folder, a ZIP or a JAR from somebody nobody knows. What leaves:
 * a {@link dev.vmkit.tools.submission.Submission}, plain files of bounded number and size in a folder of ours, with remarks.
 *
 * <p>{@link dev.vmkit.tools.submission.Intake} copies files and refuses what leads elsewhere.
 * {@link dev.vmkit.tools.submission.Screening} looks into code for what a part has no use for, and says so in words; that is
 * a courtesy, and holds nothing back. What does is {@link dev.vmkit.tools.isolate}. Read
 * {@link dev.vmkit.tools.submission.Intake} first.
 */
@NullMarked
package dev.vmkit.tools.submission;

import org.jspecify.annotations.NullMarked;

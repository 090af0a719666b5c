/**
 * Verdicts that outlive the process that reached them. What enters: for each submission of a class the text of its verdict.
 * What leaves: the same, in another process, after whatever ended the first one. In SQLite, in a file, or in PostgreSQL. Read
 * {@link dev.vmkit.tools.classroom.store.VerdictStore} first.
 */
@NullMarked
package dev.vmkit.tools.classroom.store;

import org.jspecify.annotations.NullMarked;

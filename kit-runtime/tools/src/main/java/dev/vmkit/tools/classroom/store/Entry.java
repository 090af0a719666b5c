package dev.vmkit.tools.classroom.store;

/**
 * A submission in a class's list.
 *
 * @param name the name of its file or folder, without ending
 * @param digest of all that its verdict depends on besides the suite and the kit, so that a submission that was changed is
 *     graded again
 */
public record Entry(String name, String digest) {}

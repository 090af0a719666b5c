package dev.vmkit.tools.classroom.similarity;

/**
 * A word of a definition, without what can be changed for show.
 *
 * @param word what is compared
 * @param line where it stands, from 1
 */
record Token(String word, int line) {}

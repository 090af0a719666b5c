package dev.vmkit.testkit.subject;

/**
 * Something wrong with a file of the submission.
 *
 * @param code the stable one, as in {@code kit explain K204}
 * @param place file, line and column, or the file alone
 * @param message one sentence
 * @param shown all of it for people, with the line and a hint
 */
public record Mistake(String code, String place, String message, String shown) {}

package dev.vmkit.tools.grade.report;

/** How a text stresses what matters. */
public interface Ink {

    /** None: for files and pipes. */
    Ink NONE = new Ink() {};

    /** What went well. */
    default String good(String text) {
        return text;
    }

    /** What did not. */
    default String bad(String text) {
        return text;
    }

    /** What asks for attention. */
    default String warning(String text) {
        return text;
    }

    /** What can be left out. */
    default String faint(String text) {
        return text;
    }

    /** A heading. */
    default String heading(String text) {
        return text;
    }
}

package dev.vmkit.testkit.report;

/**
 * One check and what it found.
 *
 * @param name a sentence that is true if it passed
 * @param detail counts if it passed, the smallest failing case if not; may be empty
 */
public record Case(String name, boolean passed, String detail) {

    public static Case passed(String name, String detail) {
        return new Case(name, true, detail);
    }

    public static Case failed(String name, String detail) {
        return new Case(name, false, detail);
    }
}

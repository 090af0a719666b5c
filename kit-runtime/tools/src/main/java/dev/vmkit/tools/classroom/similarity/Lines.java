package dev.vmkit.tools.classroom.similarity;

/** Lines of a file, both ends from 1 and included. */
public record Lines(String file, int first, int last) {

    /** {@code lc3.yaml:12-18}. */
    @Override
    public String toString() {
        return file + ":" + first + (last == first ? "" : "-" + last);
    }
}

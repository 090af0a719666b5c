package dev.vmkit.testkit.derive;

/**
 * How much of what could be tried is: one in so many, always the same ones, but of each instruction the first.
 *
 * @param of 1 if all is tried
 */
public record Share(int of) {
    /** Everything. */
    public static final Share ALL = new Share(1);

    public Share {
        if (of < 1) {
            throw new IllegalArgumentException("a share is one in a positive number, not in " + of);
        }
    }

    /**
     * Whether something is tried.
     *
     * @param index which one of its instruction it is, from 0 on
     * @param before how many were looked at before, of all instructions
     */
    boolean takes(long index, long before) {
        return index == 0 || before % of == 0;
    }

    /** So much of a number, but 1 at least. */
    public int part(int number) {
        return Math.max(1, number / of);
    }
}

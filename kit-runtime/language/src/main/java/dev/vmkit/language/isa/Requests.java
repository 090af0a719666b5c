package dev.vmkit.language.isa;

/**
 * Which interrupts a processor can be asked for, where it has no register that shows its lines.
 *
 * @param inputs the highest number of an input, which is the {@code vector} of the hook
 * @param every what an input's number must be a multiple of
 * @param levels the highest level
 */
public record Requests(int inputs, int every, int levels) {
    /** What the hook's parameters can hold. */
    public static final int MOST = 65_535;

    /** Whatever the hook can be told. */
    static final Requests ANY = new Requests(MOST, 1, MOST);
}

package dev.vmkit.tools.bench;

/** How much of its usual work each kernel does. */
public enum Size {
    /** A thousandth: whether everything works, not how fast. */
    SHORT,
    /** About 5 s on QEMU. */
    USUAL,
    /** Five times as much. */
    LONG;

    private static final int LESS = 1000;
    private static final int MORE = 5;

    long rounds(Kernel kernel) {
        return switch (this) {
            case SHORT -> Math.max(1, kernel.rounds() / LESS);
            case USUAL -> kernel.rounds();
            case LONG -> kernel.rounds() * MORE;
        };
    }
}

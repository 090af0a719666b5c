package dev.vmkit.machine.translate;

/** What the bits of a {@code long} above the width of the value in it hold. */
enum Above {
    /** Nobody looks at them. */
    ANY,
    ZEROS,
    /** Copies of the value's highest bit. */
    SIGN
}

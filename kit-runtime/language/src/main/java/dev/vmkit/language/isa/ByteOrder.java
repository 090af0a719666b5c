package dev.vmkit.language.isa;

/** In which order the address units of a larger value lie in memory. */
public enum ByteOrder {
    BIG,
    LITTLE
}

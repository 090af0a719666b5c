package dev.vmkit.language.codec;

/** What a directive does, apart from how it is spelt. */
enum Directive {
    DATA_8,
    DATA_16,
    DATA_32,
    DATA_64,
    /** Data of the machine's natural size. */
    WORD,
    STRING,
    /** A string and a zero after it. */
    ZERO_TERMINATED,
    FILL,
    ORIGIN,
    ALIGN,
    /** Aligns to two to the power of its argument. */
    ALIGN_POWER,
    /** Aligns to two address units. */
    EVEN,
    CONSTANT,
    GLOBAL,
    ENTRY,
    END,
    SECTION,
    TEXT,
    DATA
}

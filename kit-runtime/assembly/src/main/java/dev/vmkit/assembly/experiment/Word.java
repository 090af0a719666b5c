package dev.vmkit.assembly.experiment;

import dev.vmkit.language.text.Text;

/**
 * A word of 64 bits that is put into a guest's memory before it begins.
 *
 * @param place an address, or a label of the guest's programs
 */
public record Word(Text place, long value) {
    /** Bytes of a word. */
    public static final int BYTES = 8;
}

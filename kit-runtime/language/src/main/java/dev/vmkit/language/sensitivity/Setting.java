package dev.vmkit.language.sensitivity;

import dev.vmkit.language.isa.Privilege;

/** What somebody who controls the processor has put into some bits of a register, such as {@code scounteren = 0}. */
public record Setting(Privilege.Bits bits, long value) {

    @Override
    public String toString() {
        return bits.name() + " = " + (value >= 0 && value < 10 ? value : "0x" + Long.toHexString(value));
    }
}

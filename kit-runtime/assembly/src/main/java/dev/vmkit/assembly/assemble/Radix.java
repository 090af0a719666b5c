package dev.vmkit.assembly.assemble;

import dev.vmkit.language.text.Span;
import java.util.Locale;

/** How a number is written; whoever wrote one in octal reads others best so, too. */
enum Radix {
    OCTAL("0o", 8),
    HEX("0x", 16),
    DECIMAL("", 10);

    private final String prefix;
    private final int base;

    Radix(String prefix, int base) {
        this.prefix = prefix;
        this.base = base;
    }

    /** That of the number which ends at a place. */
    static Radix of(Span place) {
        String text = place.file().content().substring(place.start(), place.end());
        String number = text.substring(text.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        return number.startsWith(OCTAL.prefix) ? OCTAL : number.startsWith(HEX.prefix) ? HEX : DECIMAL;
    }

    /** A number that is not negative; a digit alone is the same in all of them. */
    String write(long number) {
        return number < Math.min(base, 10)
                ? Long.toString(number)
                : prefix + Long.toString(number, base).toUpperCase(Locale.ROOT);
    }
}

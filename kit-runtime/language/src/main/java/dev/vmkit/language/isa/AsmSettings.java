package dev.vmkit.language.isa;

import java.nio.charset.Charset;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * How this ISA's assembly is spelt.
 *
 * @param comments what starts a comment, such as {@code ;}
 * @param hex, octal, binary, decimal prefixes of numbers; an empty prefix means bare digits. Where those are octal, a dot
 *     behind them makes them decimal
 * @param operators prefix operators on expressions, such as {@code <}, with the expression over {@code v} they mean
 * @param directives other spellings of directives, such as {@code .fill -> .word}, {@code .blkw -> .space}
 * @param characters the code in which strings and character constants are assembled
 * @param caseSensitive whether mnemonics and registers differ by case
 */
public record AsmSettings(
        List<String> comments,
        List<String> hex,
        List<String> octal,
        List<String> binary,
        List<String> decimal,
        Map<String, String> operators,
        Map<String, String> directives,
        Charset characters,
        boolean caseSensitive) {
    public AsmSettings {
        comments = List.copyOf(comments);
        hex = List.copyOf(hex);
        octal = List.copyOf(octal);
        binary = List.copyOf(binary);
        decimal = List.copyOf(decimal);
        operators = Collections.unmodifiableMap(operators);
        directives = Collections.unmodifiableMap(directives);
    }

    /** Whether bare digits are octal. */
    public boolean countsInOctal() {
        return octal.contains("");
    }
}

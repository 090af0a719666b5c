package dev.vmkit.language.isa;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How this ISA's assembly is spelt.
 *
 * @param comments what starts a comment, such as {@code ;}
 * @param hex, octal, binary, decimal prefixes of numbers; an empty prefix means bare digits. Where those are octal, a dot
 *     behind them makes them decimal
 * @param operators prefix operators on expressions, such as {@code <}, with the expression over {@code v} they mean
 * @param directives other spellings of directives, such as {@code .fill -> .word}, {@code .blkw -> .space}
 * @param characters the code in which strings and character constants are assembled
 * @param symbols names that stand for numbers unless a program defines them
 * @param variables the number of the first symbol that a program uses and does not define, the next ones following; empty if
 *     such a symbol is a mistake
 * @param labelsInParentheses whether a label may also be written {@code (LOOP)}
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
        Map<String, Long> symbols,
        OptionalLong variables,
        boolean labelsInParentheses,
        boolean caseSensitive) {
    /** Those of a definition without assembly. */
    public static final AsmSettings NONE = new AsmSettings(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            Map.of(),
            StandardCharsets.UTF_8,
            Map.of(),
            OptionalLong.empty(),
            false,
            false);

    public AsmSettings {
        comments = List.copyOf(comments);
        hex = List.copyOf(hex);
        octal = List.copyOf(octal);
        binary = List.copyOf(binary);
        decimal = List.copyOf(decimal);
        operators = Collections.unmodifiableMap(operators);
        directives = Collections.unmodifiableMap(directives);
        symbols = Map.copyOf(symbols);
    }

    /** Whether bare digits are octal. */
    public boolean countsInOctal() {
        return octal.contains("");
    }
}

package dev.vmkit.language.codec;

import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.isa.AsmSettings;
import dev.vmkit.language.isa.Operand;
import dev.vmkit.language.isa.Operand.Format;
import dev.vmkit.language.isa.Operand.Relative;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes operands as the assembler of the same instruction set reads them. */
final class OperandPrinter {
    private final AsmSettings asm;
    private final int addressWidth;

    /** The preferred word for each value that has one. */
    private final Map<Operand, Map<Long, String>> words = new IdentityHashMap<>();

    OperandPrinter(Grammar grammar) {
        this.asm = grammar.isa.model().asm();
        this.addressWidth = grammar.isa.model().fetch().addressWidth();
        for (Instruction i : grammar.isa.instructions()) {
            i.form().operands().forEach(o -> words.computeIfAbsent(o, OperandPrinter::words));
        }
    }

    /** The text of an operand of an instruction at {@code pc} that ends before {@code next}. */
    String print(Operand operand, long value, long pc, long next, Symbols symbols) {
        String word = words.getOrDefault(operand, Map.of()).get(value);
        return word != null
                ? word
                : number(operand, OperandText.written(operand, value, pc, next, addressWidth), symbols);
    }

    private static Map<Long, String> words(Operand operand) {
        Map<Long, String> words = new HashMap<>();
        OperandWords.of(operand).forEach((word, value) -> words.putIfAbsent(value, word));
        return words;
    }

    private String number(Operand operand, long written, Symbols symbols) {
        if (!(operand instanceof Operand.Immediate i)) {
            return decimal(written, operand instanceof Operand.Leb l && !l.signed());
        }
        boolean address = i.relative() != Relative.NONE || i.format() == Format.HEX && i.codeWidth() == addressWidth;
        Optional<String> symbol = address ? symbols.at(written) : Optional.empty();
        return symbol.orElseGet(
                () -> address || i.format() != Format.DECIMAL ? hex(written) : decimal(written, !i.signed()));
    }

    /** A number in the first hexadecimal spelling, or in octal where bare digits are. */
    String hex(long value) {
        if (asm.countsInOctal()) {
            return Long.toOctalString(value);
        }
        String prefix = asm.hex().stream().filter(p -> !p.isEmpty()).findFirst().orElse("0x");
        String digits = Long.toHexString(value);
        return prefix + (prefix.equals("0x") ? digits : digits.toUpperCase(Locale.ROOT));
    }

    private String decimal(long value, boolean unsigned) {
        if (asm.countsInOctal()) {
            return value < 0 && !unsigned ? "-" + Long.toOctalString(-value) : Long.toOctalString(value);
        }
        List<String> prefixes = asm.decimal();
        String prefix = prefixes.isEmpty() ? "" : prefixes.getFirst();
        return prefix + (unsigned ? Long.toUnsignedString(value) : Long.toString(value));
    }
}

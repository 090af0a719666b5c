package dev.vmkit.language.codec;

import dev.vmkit.language.isa.Operand;
import dev.vmkit.language.isa.RegisterFile;
import java.util.LinkedHashMap;
import java.util.Map;

/** The words that stand for values of an operand, in the order in which they are preferred. */
final class OperandWords {
    /** Numbers in place of words, within a mnemonic, are listed only up to this many. */
    private static final int MOST_NUMBERS = 256;

    private OperandWords() {}

    /** Words and what each stands for: names of registers, words of an enumeration, names of numbers. */
    static Map<String, Long> of(Operand operand) {
        Map<String, Long> words = new LinkedHashMap<>();
        switch (operand) {
            case Operand.Register r -> registers(r, words);
            case Operand.Choice c -> {
                for (int code = 0; code < c.registers().size(); code++) {
                    long value = code;
                    c.registers().get(code).ifPresent(name -> words.putIfAbsent(name, value));
                }
            }
            case Operand.Enumerated e -> words.putAll(e.words());
            case Operand.Immediate i -> words.putAll(i.names());
            case Operand.Leb l -> {}
            case Operand.Custom c -> {}
        }
        return words;
    }

    /** Also numbers where they are few, for an operand that is written as part of a mnemonic. */
    static Map<String, Long> withinMnemonic(Operand operand) {
        if (!(operand instanceof Operand.Immediate i) || i.codeWidth() > 8) {
            return of(operand);
        }
        Map<String, Long> words = of(operand);
        OperandCode code = OperandCode.of(operand, Map.of());
        for (int c = 0; c < Math.min(MOST_NUMBERS, 1 << i.codeWidth()); c++) {
            if (code.accepts(c)) {
                words.putIfAbsent(Long.toString(code.value(c)), code.value(c));
            }
        }
        return words;
    }

    private static void registers(Operand.Register r, Map<String, Long> words) {
        RegisterFile file = r.file();
        for (int i = r.first(); i <= r.last() && i < file.names().size(); i++) {
            words.put(file.names().get(i), (long) i);
        }
        file.also().forEach((name, index) -> {
            if (index >= r.first() && index <= r.last()) {
                words.putIfAbsent(name, (long) index);
            }
        });
    }
}

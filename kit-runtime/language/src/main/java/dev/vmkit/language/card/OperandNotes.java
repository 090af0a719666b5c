package dev.vmkit.language.card;

import dev.vmkit.language.isa.Form;
import dev.vmkit.language.isa.Operand;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says of every operand what it stands for and which values it takes. */
final class OperandNotes {
    private static final int MOST_WORDS = 16;

    private OperandNotes() {}

    /** A row for each meaning: the names that share it, the meaning. */
    static List<List<String>> rows(List<Form> forms) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (Form form : forms) {
            for (Operand operand : form.operands()) {
                List<String> same = names.computeIfAbsent(note(operand), n -> new ArrayList<>());
                if (!same.contains(operand.name())) {
                    same.add(operand.name());
                }
            }
        }
        return names.entrySet().stream()
                .map(e -> List.of(String.join(", ", e.getValue()), e.getKey()))
                .toList();
    }

    private static String note(Operand operand) {
        return switch (operand) {
            case Operand.Register r -> register(r);
            case Operand.Choice c ->
                "one of " + c.registers().stream().flatMap(Optional::stream).collect(Collectors.joining(", "));
            case Operand.Immediate i -> number(i);
            case Operand.Enumerated e -> "one of " + words(e.words());
            case Operand.Leb l ->
                (l.signed() ? "signed" : "unsigned") + " number in LEB128, up to " + l.width() + " bits";
            case Operand.Custom c -> c.codeWidth() + " bits, decoded by " + c.decode();
        };
    }

    private static String register(Operand.Register r) {
        List<String> names = r.file().names();
        return names.get(r.first()) + " to " + names.get(Math.min(r.last(), names.size() - 1));
    }

    private static String number(Operand.Immediate i) {
        String kind = (i.signed() ? "signed" : "unsigned") + " " + i.width() + " bits";
        String base = switch (i.relative()) {
            case NONE -> "";
            case PC -> " from this instruction";
            case NEXT -> " from the next instruction";
        };
        String step = i.stepBits() > 0 ? ", in steps of " + Math.abs(i.step()) : "";
        String names = i.names().isEmpty() ? "" : "; " + words(i.names());
        return kind + ", " + range(i) + base + step + names;
    }

    private static String range(Operand.Immediate i) {
        BigInteger codes = BigInteger.ONE.shiftLeft(i.codeWidth());
        BigInteger least = i.signed() ? codes.shiftRight(1).negate() : BigInteger.ZERO;
        BigInteger most = least.add(codes).subtract(BigInteger.ONE);
        return i.step() < 0 ? value(most, i) + " to " + value(least, i) : value(least, i) + " to " + value(most, i);
    }

    private static String value(BigInteger code, Operand.Immediate i) {
        BigInteger value = code.multiply(BigInteger.valueOf(i.step())).add(BigInteger.valueOf(i.bias()));
        return value.bitLength() < 24
                ? value.toString()
                : (value.signum() < 0 ? "-0x" : "0x") + value.abs().toString(16).toUpperCase(Locale.ROOT);
    }

    private static String code(long code) {
        return code >= 0 && code < 100
                ? Long.toString(code)
                : "0x" + Long.toHexString(code).toUpperCase(Locale.ROOT);
    }

    private static String words(Map<String, Long> words) {
        String list = words.entrySet().stream()
                .limit(MOST_WORDS)
                .map(w -> (w.getKey().isEmpty() ? "(nothing)" : w.getKey()) + " = " + code(w.getValue()))
                .collect(Collectors.joining(", "));
        return list + (words.size() > MOST_WORDS ? ", ..." : "");
    }
}

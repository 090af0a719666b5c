package dev.vmkit.language.codec;

import dev.vmkit.language.isa.AsmSettings;
import dev.vmkit.language.isa.Form;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.Syntax;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How one instruction set's assembly is spelt: its prefixes and comments, and the words that are taken. */
final class Spelling {
    /** Marks of comments that are operators too start a comment only where nothing but blanks stands before them. */
    private static final String OPERATORS = "+-*/%<>&^|~.";

    final boolean caseSensitive;
    /** Prefixes of numbers, longest first; {@code 0x}, {@code 0o} and {@code 0b} are always among them. */
    final List<Base> bases;

    /** The base of bare digits. */
    final int radix;

    final List<String> comments;
    final Characters characters;
    final List<String> operators;
    private final Set<String> reserved = new HashSet<>();

    /** A prefix that says in which base the digits after it are. */
    record Base(String prefix, int radix) {}

    /** A mark of comments that the syntax itself needs, as {@code #} before a number, is none. */
    Spelling(IsaModel isa) {
        AsmSettings asm = isa.asm();
        caseSensitive = asm.caseSensitive();
        characters = new Characters(asm.characters());
        comments = asm.comments().stream()
                .filter(mark -> isa.forms().stream().noneMatch(form -> isPartOf(mark, form)))
                .toList();
        operators = longestFirst(asm.operators().keySet());
        List<Base> all = new ArrayList<>();
        asm.hex().forEach(p -> all.add(new Base(p, 16)));
        asm.octal().forEach(p -> all.add(new Base(p, 8)));
        asm.binary().forEach(p -> all.add(new Base(p, 2)));
        asm.decimal().forEach(p -> all.add(new Base(p, 10)));
        all.add(new Base("0x", 16));
        all.add(new Base("0o", 8));
        all.add(new Base("0b", 2));
        all.removeIf(base -> base.prefix().isEmpty());
        all.sort(Comparator.comparingInt((Base b) -> -b.prefix().length()));
        bases = List.copyOf(all);
        radix = asm.countsInOctal() ? 8 : 10;
    }

    private static boolean isPartOf(String mark, Form form) {
        return form.syntax().tokens().stream()
                .anyMatch(token -> token instanceof Syntax.Literal l && l.text().contains(mark));
    }

    private static List<String> longestFirst(Set<String> texts) {
        return texts.stream()
                .sorted(Comparator.comparingInt((String t) -> -t.length()).thenComparing(t -> t))
                .toList();
    }

    /** Takes a word out of those that symbols may be called. */
    void reserve(String word) {
        reserved.add(fold(word));
    }

    boolean isReserved(String word) {
        return reserved.contains(fold(word));
    }

    /** The same text for words that do not differ here. */
    String fold(String word) {
        return caseSensitive ? word : word.toUpperCase(Locale.ROOT);
    }

    /** Whether a comment starts at {@code at} of a line. */
    boolean commentAt(String line, int at) {
        for (String mark : comments) {
            if (!mark.isEmpty() && line.startsWith(mark, at) && (!OPERATORS.contains(mark) || blank(line, at))) {
                return true;
            }
        }
        return false;
    }

    private static boolean blank(String line, int end) {
        return line.substring(0, end).isBlank();
    }
}

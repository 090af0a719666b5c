package dev.vmkit.language.codec;

import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.isa.Form;
import dev.vmkit.language.isa.Operand;
import dev.vmkit.language.text.Diagnostics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks that no line of assembly means two forms of one size. Forms with the same tokens are compared by the texts that
 * both accept, words exactly and numbers at their corners; a line that some shorter form accepts as well is not in doubt.
 */
final class AmbiguityCheck {
    private static final int MOST_LINES = 4096;
    /** Past this many lines no more pairs are compared: a hostile definition must not keep the check busy. */
    private static final long MOST_TRIED = 20_000_000;

    private final Grammar grammar;
    private final Diagnostics diagnostics;
    private final Set<Set<String>> reported = new HashSet<>();
    private long tried;

    AmbiguityCheck(Grammar grammar, Diagnostics diagnostics) {
        this.grammar = grammar;
        this.diagnostics = diagnostics;
    }

    void run() {
        for (List<Template> group : grammar.mnemonics().values()) {
            Map<String, List<Template>> shapes = new LinkedHashMap<>();
            group.forEach(t ->
                    shapes.computeIfAbsent(shape(t), s -> new ArrayList<>()).add(t));
            shapes.values().forEach(this::check);
        }
    }

    private String shape(Template t) {
        StringBuilder shape = new StringBuilder();
        for (Template.Part part : t.parts()) {
            shape.append(part instanceof Template.Literal l ? grammar.spelling.fold(l.text()) : "{}")
                    .append(' ');
        }
        return shape.toString();
    }

    private void check(List<Template> sameShape) {
        for (int i = 0; i < sameShape.size(); i++) {
            for (int j = 0; j < i; j++) {
                check(sameShape.get(i), sameShape.get(j), sameShape);
            }
        }
    }

    private void check(Template a, Template b, List<Template> all) {
        if (size(a) != size(b) || a.instruction() == b.instruction() || tried > MOST_TRIED) {
            return;
        }
        List<Template> shorter = all.stream().filter(t -> size(t) < size(a)).toList();
        List<List<String>> lines = lines(a, b);
        tried += 1 + (long) lines.size() * (2 + shorter.size());
        lines.stream()
                .filter(line -> accepts(a, line) && accepts(b, line))
                .filter(line -> shorter.stream().noneMatch(t -> accepts(t, line)))
                .findFirst()
                .ifPresent(line -> report(a, b, line));
    }

    private int size(Template t) {
        return grammar.encoder.size(t.instruction(), t.presetValues());
    }

    /** What may stand in the holes of both, hole by hole. */
    private List<List<String>> lines(Template a, Template b) {
        List<List<String>> lines = List.of(List.of());
        for (int p = 0; p < a.parts().size(); p++) {
            if (a.parts().get(p) instanceof Template.Hole x && b.parts().get(p) instanceof Template.Hole y) {
                lines = extended(lines, texts(x, y));
            }
        }
        return lines;
    }

    private static List<List<String>> extended(List<List<String>> lines, Set<String> texts) {
        List<List<String>> longer = new ArrayList<>();
        for (List<String> line : lines) {
            for (String text : texts) {
                if (longer.size() < MOST_LINES) {
                    List<String> next = new ArrayList<>(line);
                    next.add(text);
                    longer.add(next);
                }
            }
        }
        return longer;
    }

    private static Set<String> texts(Template.Hole x, Template.Hole y) {
        Set<String> texts = new LinkedHashSet<>(x.words().keySet());
        texts.retainAll(y.words().keySet());
        if (x.isNumber() && y.isNumber()) {
            for (long n : new long[] {0, 1, 2, 4, 8, 16, 4096, -1, -2, -16}) {
                texts.add(Long.toString(n));
            }
        }
        return texts;
    }

    private boolean accepts(Template t, List<String> line) {
        long[] values = t.presetValues();
        int text = 0;
        for (Template.Part part : t.parts()) {
            if (part instanceof Template.Hole hole) {
                Optional<Long> value = value(hole, line.get(text++), size(t));
                if (value.isEmpty()) {
                    return false;
                }
                values[hole.index()] = value.get();
            }
        }
        return grammar.encoder.misfit(t.instruction(), values).isEmpty();
    }

    private Optional<Long> value(Template.Hole hole, String text, int units) {
        Long word = hole.words().get(text);
        if (word != null || !hole.isNumber() || !text.matches("-?\\d+")) {
            return Optional.ofNullable(word);
        }
        int width = grammar.isa.model().fetch().addressWidth();
        Operand operand = hole.operand();
        return Optional.of(OperandText.value(operand, Long.parseLong(text), 0, units, width));
    }

    private void report(Template a, Template b, List<String> line) {
        Instruction x = a.instruction();
        Instruction y = b.instruction();
        if (!reported.add(Set.of(x.id(), y.id()))) {
            return;
        }
        Form form = x.form();
        diagnostics.report(
                AsmProblem.AMBIGUOUS_SYNTAX,
                form.span(),
                "the line '" + written(a, line) + "' means both " + x.id() + " and " + y.id()
                        + ", which have the same size",
                "give one of them another mnemonic or syntax",
                y.form().span(),
                "the other form");
    }

    private static String written(Template t, List<String> line) {
        StringBuilder text = new StringBuilder(t.head()).append(' ');
        int hole = 0;
        for (Template.Part part : t.parts()) {
            text.append(part instanceof Template.Literal l ? l.text() : line.get(hole++));
        }
        return text.toString().strip();
    }
}

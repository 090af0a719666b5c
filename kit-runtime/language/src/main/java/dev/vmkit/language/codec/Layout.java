package dev.vmkit.language.codec;

import dev.vmkit.language.codec.Section.Placement;
import dev.vmkit.language.isa.Space;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.Span;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds out where everything lies. Instructions start in their shortest form; round by round all addresses are computed
 * and instructions whose operands do not fit take a longer form. Forms only grow, so this ends. After some rounds of a
 * source that grows a little each time, all that still do not fit take their longest form at once.
 */
final class Layout {
    private static final int PATIENCE = 50;
    /** Bytes of a program. */
    private static final long MOST_BYTES = 64 << 20;

    private final Grammar grammar;
    private final Source source;
    private final long origin;
    private final OperandValues values;
    private final Map<Span, MistakeException> mistakes = new LinkedHashMap<>();
    private long total;

    Layout(Grammar grammar, Source source, long origin) {
        this.grammar = grammar;
        this.source = source;
        this.origin = origin;
        this.values = new OperandValues(grammar, s -> source.symbols().value(s, grammar.operators));
    }

    /** Places all statements; the mistakes found on the way. */
    List<MistakeException> run() {
        int rounds = 0;
        do {
            place();
        } while (mistakes.isEmpty() && grow(++rounds > PATIENCE));
        return List.copyOf(mistakes.values());
    }

    private void place() {
        mistakes.clear();
        source.symbols().clearAddresses();
        total = 0;
        Map<String, Long> ends = new HashMap<>();
        for (Section section : source.sections()) {
            String space = section.space().name();
            long start = ends.containsKey(space)
                    ? aligned(ends.get(space), Math.max(1, 64 / section.space().unit()))
                    : section.space().equals(grammar.isa.model().fetch()) ? origin : 0;
            ends.put(space, place(section, start));
        }
    }

    /** The address after the section. */
    private long place(Section section, long start) {
        long at = start;
        for (Placement p : section.placements()) {
            if (p.statement instanceof Statement.Origin o) {
                at = guarded(o.address(), at, section.space());
            }
            p.address = at;
            p.units = units(p, section.space());
            long bytes = p.units * (section.space().unit() / 8);
            if (total + bytes > MOST_BYTES) {
                mistake(MistakeException.of(
                        AsmProblem.TOO_LARGE, p.statement.span(), "a program holds at most 64 MiB", ""));
                p.units = 0;
            } else {
                total += bytes;
            }
            at += p.units;
        }
        return at;
    }

    private long units(Placement p, Space space) {
        return switch (p.statement) {
            case Statement.Label l -> {
                source.symbols().place(l.name(), p.address);
                yield 0;
            }
            case Statement.Code c -> p.units == 0 ? size(c.matches().getFirst()) : p.units;
            case Statement.Data d -> (long) d.units() * d.values().size();
            case Statement.Bytes b -> b.bytes().length;
            case Statement.Fill f -> count(f, p.address, space);
            case Statement.Align a -> padding(a, p.address, space);
            case Statement.Origin o -> 0;
        };
    }

    private int size(Match match) {
        return grammar.encoder.size(match.instruction(), match.template().presetValues());
    }

    private long count(Statement.Fill f, long at, Space space) {
        long count = guarded(f.count(), at, space);
        if (count < 0 || count > MOST_BYTES) {
            mistake(MistakeException.of(
                    AsmProblem.TOO_LARGE,
                    f.count().span(),
                    "a count of " + count + " address units",
                    "a program holds at most 64 MiB"));
            return 0;
        }
        return count;
    }

    private long padding(Statement.Align a, long at, Space space) {
        long to = guarded(a.to(), at, space);
        long multiple = a.power() && to >= 0 && to < 32 ? 1L << to : to;
        if (multiple < 1 || multiple > MOST_BYTES || Long.bitCount(multiple) != 1) {
            mistake(MistakeException.of(
                    AsmProblem.DIRECTIVE,
                    a.to().span(),
                    a.power() ? "the power of two is within 0..26" : "alignment is to a power of two, this is " + to,
                    ""));
            return 0;
        }
        return aligned(at, multiple) - at;
    }

    private static long aligned(long at, long multiple) {
        return (at + multiple - 1) & -multiple;
    }

    /** The value of an expression that must be known in this round already; 0 where it is not. */
    private long guarded(Expression e, long here, Space space) {
        try {
            return new Evaluation(s -> source.symbols().value(s, grammar.operators), grammar.operators, here, here)
                    .value(e);
        } catch (MistakeException mistake) {
            mistake(mistake);
            return 0;
        }
    }

    private void mistake(MistakeException mistake) {
        mistake.diagnostics().getFirst().at().ifPresent(at -> mistakes.putIfAbsent(at, mistake));
    }

    /** Lets instructions grow whose operands do not fit; whether any did. */
    private boolean grow(boolean atOnce) {
        boolean grown = false;
        for (Section section : source.sections()) {
            for (Placement p : section.placements()) {
                if (p.statement instanceof Statement.Code code) {
                    grown |= grow(p, code.matches(), atOnce);
                }
            }
        }
        return grown;
    }

    private boolean grow(Placement p, List<Match> matches, boolean atOnce) {
        for (int form = p.form; form < matches.size(); form++) {
            int units = form == p.form ? (int) p.units : Math.max((int) p.units, size(matches.get(form)));
            boolean last = atOnce && form == matches.size() - 1;
            int needed = needed(matches.get(form), p.address, units);
            if (needed >= 0 || last && form != p.form) {
                boolean grown = form != p.form || needed > p.units;
                p.form = form;
                p.units = Math.max(units, needed);
                return grown;
            }
        }
        return false;
    }

    /** The units a match takes at an address; -1 if its operands do not fit. */
    private int needed(Match match, long address, int units) {
        try {
            long[] found = values.of(match, address, units);
            return values.misfit(match, found).isPresent() ? -1 : grammar.encoder.size(match.instruction(), found);
        } catch (MistakeException unknown) {
            return units;
        }
    }
}

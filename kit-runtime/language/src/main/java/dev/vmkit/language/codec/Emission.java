package dev.vmkit.language.codec;

import dev.vmkit.language.codec.Section.Placement;
import dev.vmkit.language.isa.ByteOrder;
import dev.vmkit.language.isa.Space;
import dev.vmkit.language.text.Diagnostic;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.MistakeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns a source of which every statement has its place into a program. */
final class Emission {
    private final Grammar grammar;
    private final Source source;
    private final Diagnostics diagnostics;
    private final OperandValues values;
    private final SegmentsBuilder segments;
    private final Set<String> overrun = new HashSet<>();
    private int mistakes;

    Emission(Grammar grammar, Source source, Diagnostics diagnostics) {
        this.grammar = grammar;
        this.source = source;
        this.diagnostics = diagnostics;
        this.values = new OperandValues(grammar, s -> source.symbols().value(s, grammar.operators));
        this.segments = new SegmentsBuilder(grammar.isa.model().byteOrder());
    }

    /** The program, which is of use if no mistake was reported; throws where there are too many to go on. */
    Program run() {
        source.symbols().suggest();
        for (Section section : source.sections()) {
            for (Placement p : section.placements()) {
                collecting(() -> emit(p, section.space()));
            }
        }
        source.mentioned().forEach(s -> collecting(() -> values.symbols().of(s)));
        segments.checkOverlaps(diagnostics);
        return new Program(segments.segments(), new Symbols(source.symbols().addresses()), entry(), segments.lines());
    }

    private OptionalLong entry() {
        long[] entry = new long[1];
        Expression e = source.entry();
        if (e == null) {
            return OptionalLong.empty();
        }
        collecting(() -> entry[0] = value(e, 0));
        return OptionalLong.of(entry[0]);
    }

    private void collecting(Runnable step) {
        try {
            step.run();
        } catch (MistakeException e) {
            e.diagnostics().forEach(diagnostics::add);
            if (++mistakes == SourceReader.MOST_MISTAKES) {
                throw new MistakeException(List.of());
            }
        }
    }

    private long value(Expression e, long here) {
        return new Evaluation(values.symbols(), grammar.operators, here, here).value(e);
    }

    private void emit(Placement p, Space space) {
        checkEnd(p, space);
        switch (p.statement) {
            case Statement.Code c -> segments.add(space, p.address, code(p, c), true, c.span());
            case Statement.Data d -> segments.add(space, p.address, data(p, d, space), false, d.span());
            case Statement.Bytes b -> segments.add(space, p.address, bytes(b), false, b.span());
            case Statement.Fill f -> segments.add(space, p.address, p.units, filler(p, f, space), f.span());
            case Statement.Align a -> segments.add(space, p.address, p.units, 0, a.span());
            case Statement.Label l -> {}
            case Statement.Origin o -> {}
        }
    }

    private void checkEnd(Placement p, Space space) {
        int width = space.addressWidth();
        long last = p.address + Math.max(0, p.units - 1);
        boolean beyond = width < 64 && (p.address >>> width != 0 || last >>> width != 0);
        if (beyond && p.units + (p.statement instanceof Statement.Origin ? 1 : 0) > 0 && overrun.add(space.name())) {
            throw MistakeException.of(
                    AsmProblem.BEYOND_SPACE,
                    p.statement.span(),
                    "address 0x" + Long.toHexString(p.address >>> width != 0 ? p.address : last) + " lies beyond space "
                            + space.name() + ", which has " + width + "-bit addresses",
                    "");
        }
    }

    private long[] code(Placement p, Statement.Code code) {
        Match match = code.matches().get(p.form);
        long[] found = values.of(match, p.address, (int) p.units);
        var misfit = values.misfit(match, found);
        if (misfit.isPresent()) {
            throw misfits(p, code);
        }
        long[] units = grammar.encoder.encode(match.instruction(), found);
        if (units.length != p.units) {
            throw MistakeException.of(
                    AsmProblem.UNSETTLED, code.span(), "the size of this instruction does not settle", "");
        }
        return units;
    }

    /** What is wrong with each form this line could be. */
    private MistakeException misfits(Placement p, Statement.Code code) {
        List<Diagnostic> all = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (Match m : code.matches()) {
            long[] found = values.of(m, p.address, (int) p.units);
            values.misfit(m, found).ifPresent(i -> {
                Diagnostic d = values.mistake(m, i, p.address, (int) p.units)
                        .diagnostics()
                        .getFirst();
                all.add(d);
                reasons.add(d.message());
            });
        }
        Diagnostic first = all.getLast();
        String message = reasons.stream().distinct().collect(Collectors.joining("; "));
        return new MistakeException(
                List.of(new Diagnostic(first.problem(), message, first.at(), first.hint(), first.related())));
    }

    private long[] data(Placement p, Statement.Data d, Space space) {
        long[] units = new long[(int) p.units];
        for (int i = 0; i < d.values().size(); i++) {
            long value = fitting(d.values().get(i), d.bits(), p.address);
            for (int u = 0; u < d.units(); u++) {
                int place = grammar.isa.model().byteOrder() == ByteOrder.LITTLE ? u : d.units() - 1 - u;
                long shifted = place * space.unit() >= 64 ? 0 : value >>> place * space.unit();
                units[i * d.units() + u] = shifted & BitField.ones(space.unit());
            }
        }
        return units;
    }

    /** A value that fits some bits, read as signed or as unsigned. */
    private long fitting(Expression e, int bits, long here) {
        long value = value(e, here);
        if (bits < 64 && (value < -1L << (bits - 1) || value > BitField.ones(bits))) {
            throw MistakeException.of(
                    AsmProblem.DATA_RANGE,
                    e.span(),
                    bits + " bits hold " + (-1L << (bits - 1)) + ".." + BitField.ones(bits) + ", this is " + value,
                    "");
        }
        return value;
    }

    private static long[] bytes(Statement.Bytes b) {
        long[] units = new long[b.bytes().length];
        Arrays.setAll(units, i -> b.bytes()[i] & 0xFF);
        return units;
    }

    private long filler(Placement p, Statement.Fill f, Space space) {
        return f.value() == null ? 0 : fitting(f.value(), space.unit(), p.address) & BitField.ones(space.unit());
    }
}

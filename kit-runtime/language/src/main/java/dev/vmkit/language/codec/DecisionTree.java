package dev.vmkit.language.codec;

import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.Isa;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Builds the tree by which the {@link Decoder} goes from bits to a form.
 *
 * <p>Each step looks at bits that all forms still possible have fixed, so that a form is normally on one path only. More
 * units are read only when those at hand agree with some form, and no more than the shortest such form has.
 */
final class DecisionTree {
    /** Bits a single step looks at, at most. */
    private static final int WIDEST_SWITCH = 10;
    /** Past this many nodes forms are tried in turn: a hostile definition must not fill memory. */
    private static final int MOST_NODES = 200_000;

    private final int unit;
    private int nodes;

    private DecisionTree(int unit) {
        this.unit = unit;
    }

    /** A step of the decoder. */
    sealed interface Node {
        /** Units that must have been read before this step. */
        int units();
    }

    /** Looks at some neighbouring bits. */
    record Switch(int units, int shift, long mask, Node[] children) implements Node {
        Node child(long bits) {
            return children[(int) (bits >>> shift & mask)];
        }
    }

    /** Goes on only if some bits have a value. */
    record Guard(int units, long mask, long value, Node then) implements Node {}

    /** Compares with one form, and goes on where it does not fit. */
    record Try(int units, Candidate candidate, Node otherwise) implements Node {}

    /** No form fits. */
    record Undefined(int units) implements Node {}

    static Node of(Isa isa) {
        List<Candidate> all = new ArrayList<>();
        for (Instruction i : isa.instructions()) {
            all.add(Candidate.of(isa, i));
        }
        all.sort(Comparator.comparingInt(c -> c.units));
        return new DecisionTree(isa.model().fetch().unit()).build(all, 0, 0, 0);
    }

    /**
     * The tree for the forms still possible, shortest first, when the bits {@code known} of the head have been found to be
     * {@code bits}, and {@code units} units have been read.
     */
    private Node build(List<Candidate> possible, int units, long known, long bits) {
        nodes++;
        if (possible.isEmpty()) {
            return new Undefined(units);
        }
        long common = common(possible) & ~known & ones(units);
        long different = common & different(possible);
        int shortest = possible.getFirst().units;
        if (shortest > units) {
            return fetch(possible, units, known, bits, common & ~different);
        }
        return different != 0 ? split(possible, units, known, bits, different) : tell(possible, units, known, bits);
    }

    /** All forms still possible are longer than what was read: more is read, once the bits they share are seen to be right. */
    private Node fetch(List<Candidate> possible, int units, long known, long bits, long shared) {
        if (shared == 0) {
            return build(possible, possible.getFirst().units, known, bits);
        }
        long value = possible.getFirst().value & shared;
        return new Guard(units, shared, value, build(possible, units, known | shared, bits | value));
    }

    /** Forms that no bit fixed in all of them tells apart: by a bit fixed in many, or one after the other. */
    private Node tell(List<Candidate> possible, int units, long known, long bits) {
        Candidate first = first(possible);
        boolean worthIt = (possible.size() > 3 || first.units > units) && nodes < MOST_NODES;
        long helpful = worthIt ? mostFixed(possible, ones(units) & ~known) : 0;
        if (helpful != 0) {
            return split(possible, units, known, bits, helpful);
        }
        if (first.units > units) {
            return build(possible, first.units, known, bits);
        }
        List<Candidate> others = new ArrayList<>(possible);
        others.remove(first);
        return new Try(units, first, build(others, units, known, bits));
    }

    /** A switch on the widest run of neighbouring bits of {@code choice} in the first unit that has any. */
    private Node split(List<Candidate> possible, int units, long known, long bits, long anywhere) {
        int first = Long.numberOfTrailingZeros(anywhere) / unit * unit;
        long choice = anywhere & BitField.ones(unit) << first;
        int shift = widestRun(choice);
        int width = Math.min(WIDEST_SWITCH, Long.numberOfTrailingZeros(~(choice >>> shift)));
        long mask = BitField.ones(width);
        Node undefined = new Undefined(units);
        Node[] children = new Node[1 << width];
        for (int i = 0; i < children.length; i++) {
            long then = bits | (long) i << shift;
            long looked = known | mask << shift;
            List<Candidate> left =
                    possible.stream().filter(c -> c.possible(looked, then)).toList();
            children[i] = left.isEmpty() ? undefined : build(left, units, looked, then);
        }
        return new Switch(units, shift, mask, children);
    }

    private static int widestRun(long choice) {
        int best = Long.numberOfTrailingZeros(choice);
        int width = 0;
        for (int at = 0; at < 64; at++) {
            int run = Long.numberOfTrailingZeros(~(choice >>> at));
            if (run > width) {
                best = at;
                width = run;
            }
        }
        return best;
    }

    /** The form to try first: the shortest that no other one here takes precedence over. */
    private static Candidate first(List<Candidate> possible) {
        return possible.stream()
                .filter(c -> possible.stream().noneMatch(other -> overrides(other, c)))
                .findFirst()
                .orElse(possible.getFirst());
    }

    private static boolean overrides(Candidate special, Candidate general) {
        return special.instruction.form().overrides().contains(general.instruction.id());
    }

    /** Bits that are fixed in all forms. */
    private static long common(List<Candidate> forms) {
        return forms.stream().mapToLong(c -> c.mask).reduce(-1L, (a, b) -> a & b);
    }

    /** Bits that have not the same value in all forms. */
    private static long different(List<Candidate> forms) {
        long first = forms.getFirst().value;
        return forms.stream().mapToLong(c -> c.value ^ first).reduce(0, (a, b) -> a | b);
    }

    /** Among the bits {@code choice} those fixed in the same forms as the bit that is fixed in most; 0 if none is fixed. */
    private static long mostFixed(List<Candidate> forms, long choice) {
        int best = -1;
        long most = 0;
        for (int bit = 0; bit < 64; bit++) {
            long fixed = (choice >>> bit & 1) == 0 ? 0 : countFixed(forms, bit);
            if (fixed > most) {
                most = fixed;
                best = bit;
            }
        }
        return most == 0 ? 0 : sameForms(forms, choice, best);
    }

    private static long countFixed(List<Candidate> forms, int bit) {
        return forms.stream().filter(c -> (c.mask >>> bit & 1) != 0).count();
    }

    private static long sameForms(List<Candidate> forms, long choice, int bit) {
        return forms.stream()
                .mapToLong(c -> (c.mask >>> bit & 1) != 0 ? c.mask : ~c.mask)
                .reduce(choice, (a, b) -> a & b);
    }

    /** The bits of the first {@code units} units of the head. */
    private long ones(int units) {
        return BitField.ones(Math.min(64, units * unit));
    }
}

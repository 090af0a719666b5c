package dev.vmkit.language.codec;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.ByteOrder;
import dev.vmkit.language.isa.Form;
import dev.vmkit.language.text.Diagnostics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/**
 * Checks that every instruction decodes in one way: no bits match two forms, unless one of them overrides the other, and
 * every form is matched by some bits. Fixed bits decide most pairs; for the rest the bits that {@code only}, {@code not}
 * and {@code where} look at are tried out: all of them up to 16 bits, so that the answer is exact, and corners and a sample
 * beyond. What follows a LEB128 operand or the first 64 bits does not count: forms that differ only there overlap.
 */
public final class OverlapCheck {
    private static final int MOST_TRIED_BITS = 16;
    private static final int SAMPLES = 20_000;

    private final Isa isa;
    private final Diagnostics diagnostics;
    /** Forms told already: a mistyped bit may make one form meet twenty others. */
    private final Set<Form> told = new HashSet<>();

    private OverlapCheck(Isa isa, Diagnostics diagnostics) {
        this.isa = isa;
        this.diagnostics = diagnostics;
    }

    /** Reports each form that overlaps an earlier one, with a witness, and each form that no bits match. */
    public static void check(Isa isa, Diagnostics diagnostics) {
        new OverlapCheck(isa, diagnostics).run();
    }

    private void run() {
        List<Candidate> all = new ArrayList<>();
        isa.instructions().forEach(instruction -> all.add(Candidate.of(isa, instruction)));
        List<Candidate> reachable =
                all.stream().filter(form -> !unreachable(form, all)).toList();
        for (int second = 1; second < reachable.size(); second++) {
            for (int first = 0; first < second; first++) {
                compare(reachable.get(first), reachable.get(second));
            }
        }
    }

    /** Only where all bits that matter can be tried is it certain that none are left. */
    private boolean unreachable(Candidate candidate, List<Candidate> all) {
        List<Candidate> special = all.stream()
                .filter(c -> form(c).overrides().contains(form(candidate).id()) && c.isAllHead())
                .toList();
        long sensitive = candidate.sensitive();
        for (Candidate s : special) {
            sensitive |= s.mask | s.sensitive();
        }
        boolean certain = Long.bitCount(sensitive & ~candidate.mask) <= MOST_TRIED_BITS;
        boolean none = certain
                && heads(candidate.mask, candidate.value, sensitive)
                        .noneMatch(bits ->
                                candidate.matchesHead(bits) && special.stream().noneMatch(s -> s.matchesHead(bits)));
        if (none) {
            Form form = form(candidate);
            diagnostics.report(
                    AsmProblem.UNREACHABLE_FORM,
                    form.span(),
                    "instruction " + form.id() + ": no bits are this instruction",
                    special.isEmpty()
                            ? "what 'where', 'only' and 'not' ask for excludes each other"
                            : "forms that override it match all that it matches");
        }
        return none;
    }

    private static Form form(Candidate candidate) {
        return candidate.instruction.form();
    }

    private void compare(Candidate first, Candidate second) {
        int units = Math.min(first.units, second.units);
        long common = first.mask
                & second.mask
                & BitField.ones(units * isa.model().fetch().unit());
        if (((first.value ^ second.value) & common) == 0 && !ordered(form(first), form(second))) {
            witness(first, second).ifPresent(bits -> tell(first, second, bits));
        }
    }

    private static boolean ordered(Form one, Form other) {
        return one.overrides().contains(other.id()) || other.overrides().contains(one.id());
    }

    private static OptionalLong witness(Candidate first, Candidate second) {
        long fixed = first.mask | second.mask;
        return heads(fixed, first.value | second.value, first.sensitive() | second.sensitive())
                .filter(bits -> first.matchesHead(bits) && second.matchesHead(bits))
                .findFirst();
    }

    /** Heads with these bits fixed in which the other bits of {@code sensitive} vary. */
    private static LongStream heads(long fixed, long value, long sensitive) {
        long free = sensitive & ~fixed;
        if (Long.bitCount(free) <= MOST_TRIED_BITS) {
            long count = 1L << Long.bitCount(free);
            return LongStream.iterate(0, subset -> subset - free & free)
                    .limit(count)
                    .map(subset -> value | subset);
        }
        SplittableRandom random = new SplittableRandom(free);
        LongStream corners = LongStream.of(0, free, free & 0x5555555555555555L, free & 0xAAAAAAAAAAAAAAAAL);
        return LongStream.concat(corners, random.longs(SAMPLES).map(bits -> bits & free))
                .map(subset -> value | subset);
    }

    private void tell(Candidate first, Candidate second, long bits) {
        if (!told.add(form(second))) {
            return;
        }
        String witness = "0x" + Long.toHexString(inByteOrder(bits, Math.max(first.units, second.units)));
        boolean special = (first.mask & second.mask) == first.mask || (first.mask & second.mask) == second.mask;
        diagnostics.report(
                AsmProblem.ENCODING_OVERLAP,
                form(second).span(),
                "instructions " + form(first).id() + " and " + form(second).id() + " both match " + witness,
                special
                        ? "if one is meant as a special case, let it say 'overrides:'; else fix a bit or add 'where:'"
                        : "fix a bit, or narrow one of them by 'where:', 'only:' or 'not:'",
                form(first).span(),
                "the other instruction");
    }

    private long inByteOrder(long bits, int units) {
        boolean little = isa.model().byteOrder() == ByteOrder.LITTLE;
        return little ? bits : Decoder.reversed(bits, units, isa.model().fetch().unit());
    }
}

package dev.vmkit.layers.witness;

import dev.vmkit.language.codec.Encoder;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Privilege;
import dev.vmkit.language.isa.Privilege.Mode;
import dev.vmkit.language.sensitivity.Classes;
import dev.vmkit.language.sensitivity.InMode;
import dev.vmkit.language.sensitivity.ModePair;
import dev.vmkit.language.sensitivity.Verdict;
import dev.vmkit.layers.witness.Claim.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Whether the static pass foresaw what random states show: the dynamic within the static. */
public final class Soundness {
    private static final long SEED = 1974;

    private final Trial trial;
    private final Verdict verdict;
    private final Encoder encoder;
    private final List<Map<String, Long>> permissions;
    private long asked;

    private Soundness(Isa isa, Privilege privilege, ModePair pair) {
        this.trial = new Trial(new Bench(isa), privilege, pair);
        this.verdict = Verdict.of(isa, privilege, pair);
        this.encoder = Encoder.of(isa);
        this.permissions = Permissions.of(trial, SEED);
    }

    /**
     * What came of it.
     *
     * @param asked how many questions were asked of states
     * @param surprise what a state shows that was not foreseen, if one does
     */
    public record Outcome(long asked, Optional<String> surprise) {}

    /** Tries every instruction from so many states; half of them out of the ordinary only where it looks. */
    public static Outcome of(Isa isa, Privilege privilege, ModePair pair, int states) {
        Soundness soundness = new Soundness(isa, privilege, pair);
        Optional<String> surprise = soundness.surprise(states);
        return new Outcome(soundness.asked, surprise);
    }

    private Optional<String> surprise(int states) {
        for (Classes classes : verdict.classes()) {
            Random random = new Random(SEED + classes.what().toString().hashCode());
            for (boolean wild : new boolean[] {false, true}) {
                Draft draft = new Draft(
                        trial,
                        classes.what(),
                        encoder,
                        permissions,
                        new Corners(random, trial.bench().units()),
                        wild);
                for (int i = 0; i < (states + 1) / 2; i++) {
                    Optional<String> surprise = draft.next().flatMap(drawn -> surprise(classes, drawn.start(), draft));
                    if (surprise.isPresent()) {
                        return surprise;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> surprise(Classes classes, Start start, Draft draft) {
        for (InMode in : List.of(classes.low(), classes.high())) {
            if (!in.completes() && trial.run(start, in.mode()) instanceof Ending.Completed) {
                return Optional.of(classes.what() + " completes in " + in.mode().name() + " from " + start);
            }
        }
        for (Claim claim : claims(classes)) {
            asked++;
            Twist twist = draft.twist(claim);
            Set<String> shown = new LinkedHashSet<>(trial.shown(claim, start, twist));
            shown.removeAll(foreseen(claim, classes));
            if (!shown.isEmpty()) {
                return Optional.of(classes.what() + " is " + claim.kind().word() + " in "
                        + claim.mode().name() + ", shown by " + shown + " from " + start + " and " + twist);
            }
        }
        return Optional.empty();
    }

    private static List<Claim> claims(Classes classes) {
        Mode low = classes.low().mode();
        Mode high = classes.high().mode();
        List<Claim> claims = new ArrayList<>();
        claims.add(new Claim(Kind.PRIVILEGED, high, false));
        claims.add(new Claim(Kind.MODE, high, true));
        claims.add(new Claim(Kind.CONTROL, high, true));
        for (Mode mode : List.of(low, high)) {
            claims.add(new Claim(Kind.CONTROL, mode, false));
            claims.add(new Claim(Kind.LOCATION, mode, false));
            claims.add(new Claim(Kind.RESOURCE, mode, false));
        }
        return claims;
    }

    private static Set<String> foreseen(Claim claim, Classes c) {
        InMode in = claim.mode().equals(c.low().mode()) ? c.low() : c.high();
        return switch (claim.kind()) {
            case PRIVILEGED -> c.low().traps();
            case MODE -> {
                Set<String> all = new LinkedHashSet<>(c.differences());
                all.addAll(c.mayTrapOnlyHigh() ? c.high().traps() : Set.of());
                yield all;
            }
            case CONTROL -> claim.silent() ? c.control() : in.controls();
            case LOCATION -> in.locations();
            case RESOURCE -> in.resources();
        };
    }
}

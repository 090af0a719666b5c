package dev.vmkit.layers.witness;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Privilege;
import dev.vmkit.language.isa.Privilege.Setting;
import dev.vmkit.language.sensitivity.Classes;
import dev.vmkit.language.sensitivity.ModePair;
import dev.vmkit.language.sensitivity.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether guests of an instruction set can be run by trapping: what a layer asks before it does so. The static pass is
 * enough for a yes, and takes a fraction of a second; a no is shown by a witness. An instance remembers what it found.
 */
public final class Suitability {
    private final Isa isa;
    private final Optional<Privilege> privilege;
    private final Optional<ModePair> pair;
    private @Nullable Verdict verdict;

    private Suitability(Isa isa, Optional<Privilege> privilege, Optional<ModePair> pair) {
        this.isa = isa;
        this.privilege = privilege;
        this.pair = pair;
    }

    /** For kernels in the mode that programs run in. */
    public static Suitability of(Isa isa) {
        Optional<Privilege> privilege = isa.model().privilege();
        return new Suitability(isa, privilege, privilege.flatMap(ModePair::usual));
    }

    /** For kernels written for the one mode of a pair in the other. */
    public static Suitability of(Isa isa, ModePair pair) {
        return new Suitability(isa, isa.model().privilege(), Optional.of(pair));
    }

    /** Why a layer that relies on traps cannot run guests, if it cannot. */
    public Optional<Refusal> refusal() {
        return pair.isEmpty()
                ? Optional.of(Refusal.modeless(isa))
                : refusal(verdict().critical(), false);
    }

    /** Why a layer that interprets kernels, and runs their programs, cannot do so. */
    public Optional<Refusal> hybridRefusal() {
        return pair.isEmpty()
                ? Optional.of(Refusal.modeless(isa))
                : refusal(verdict().hybridCritical(), true);
    }

    private Optional<Refusal> refusal(List<Classes> critical, boolean hybrid) {
        if (critical.isEmpty()) {
            return Optional.empty();
        }
        WitnessSearch search = new WitnessSearch(isa, privilege.orElseThrow(), pair.orElseThrow());
        Optional<Refusal> shown = Optional.empty();
        for (Classes each : critical) {
            Refusal refusal = Refusal.of(isa, pair.orElseThrow(), search.examine(each), hybrid);
            if (refusal.witness().isPresent()) {
                return Optional.of(refusal);
            }
            shown = shown.isPresent() ? shown : Optional.of(refusal);
        }
        return shown;
    }

    /** What a monitor has to set, whatever the guest wants, so that nothing goes unnoticed; for the real registers. */
    public Set<Setting> configuration() {
        return pair.isEmpty() ? Set.of() : verdict().configuration();
    }

    /** Forms of instructions that a monitor has to patch or translate, by id. */
    public List<String> critical() {
        return pair.isEmpty() ? List.of() : ids(verdict().critical());
    }

    private static List<String> ids(Collection<Classes> some) {
        return some.stream().map(c -> c.what().id()).distinct().toList();
    }

    private Verdict verdict() {
        Verdict known = verdict;
        if (known == null) {
            known = Verdict.ofUnnoticed(isa, privilege.orElseThrow(), pair.orElseThrow());
            verdict = known;
        }
        return known;
    }
}

package dev.vmkit.testkit.derive;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Privilege;
import dev.vmkit.language.sensitivity.ModePair;
import dev.vmkit.layers.witness.Soundness;
import dev.vmkit.testkit.report.Case;
import java.util.Optional;

/** What instructions do to state that is not a program's was foreseen from their definition. */
final class PrivilegeCheck {
    private static final int STATES = 4;

    private PrivilegeCheck() {}

    /** The case; nothing where the definition has no two modes. */
    static Optional<Case> of(Isa isa, Share share) {
        Optional<Privilege> privilege = isa.model().privilege();
        return privilege
                .flatMap(ModePair::usual)
                .map(pair -> of(isa, privilege.orElseThrow(), pair, share.part(STATES)));
    }

    private static Case of(Isa isa, Privilege privilege, ModePair pair, int states) {
        String name = "no state shows an instruction to be more sensitive than its definition says";
        Soundness.Outcome outcome = Soundness.of(isa, privilege, pair, states);
        return outcome.surprise()
                .map(surprise -> Case.failed(name, surprise))
                .orElseGet(() -> Case.passed(name, outcome.asked() + " questions to states"));
    }
}

package dev.vmkit.layers.witness;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Privilege;
import dev.vmkit.language.sensitivity.Classes;
import dev.vmkit.language.sensitivity.ModePair;
import dev.vmkit.language.sensitivity.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * All that both passes found of an instruction set for one pair of modes.
 *
 * @param findings of every instruction that a monitor has something to do with, in the order of the definition
 * @param mappings states that show how translation or protection depends on the mode
 */
public record Analysis(Isa isa, Verdict verdict, List<Finding> findings, List<MappingWitness> mappings) {
    public Analysis {
        findings = List.copyOf(findings);
        mappings = List.copyOf(mappings);
    }

    /** Runs both passes. */
    public static Analysis of(Isa isa, Privilege privilege, ModePair pair) {
        Verdict verdict = Verdict.of(isa, privilege, pair);
        WitnessSearch search = new WitnessSearch(isa, privilege, pair);
        List<Finding> findings = new ArrayList<>();
        for (Classes classes : verdict.classes()) {
            if (!classes.isInnocuous()) {
                findings.add(search.examine(classes));
            }
        }
        boolean mediated = verdict.classes().stream().anyMatch(Classes::mediated);
        return new Analysis(isa, verdict, findings, mediated ? search.mappings() : List.of());
    }
}

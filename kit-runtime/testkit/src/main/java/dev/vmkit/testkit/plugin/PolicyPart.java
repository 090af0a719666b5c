package dev.vmkit.testkit.plugin;

import dev.vmkit.api.Parameters;
import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.catalog.Part;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.testkit.policy.PolicyLaws;
import dev.vmkit.testkit.report.Case;
import java.util.List;

/** The tests of a scheduler policy. */
record PolicyPart(Catalog catalog, Part part) {
    private static final int WORKLOADS = 200;

    List<Case> test(Diagnostics mistakes) {
        if (catalog.schedulerPolicy(part, mistakes).isEmpty()) {
            return List.of();
        }
        PolicyLaws laws = new PolicyLaws(
                () -> catalog.schedulerPolicy(part, new Diagnostics()).orElseThrow(), new NoParameters());
        return laws.check(WORKLOADS).stream().map(PolicyPart::found).toList();
    }

    private static Case found(PolicyLaws.Verdict verdict) {
        return verdict.broken()
                .map(broken -> Case.failed(verdict.law(), broken))
                .orElse(Case.passed(verdict.law(), WORKLOADS + " workloads"));
    }

    /** Policies have no parameters yet. */
    private record NoParameters() implements Parameters {
        @Override
        public long number(String name) {
            throw new IllegalArgumentException("there is no parameter '" + name + "'");
        }

        @Override
        public String text(String name) {
            throw new IllegalArgumentException("there is no parameter '" + name + "'");
        }
    }
}

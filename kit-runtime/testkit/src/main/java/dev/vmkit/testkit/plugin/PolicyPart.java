package dev.vmkit.testkit.plugin;

import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.catalog.Part;
import dev.vmkit.assembly.schedule.PolicyResolver;
import dev.vmkit.assembly.schedule.ResolvedPolicy;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import dev.vmkit.testkit.policy.PolicyLaws;
import dev.vmkit.testkit.report.Case;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tests of a scheduler policy: the laws that all keep, and those that it promises. */
record PolicyPart(Catalog catalog, Part part) {
    private static final int WORKLOADS = 1_000;

    List<Case> test(Diagnostics mistakes) {
        Optional<ResolvedPolicy> policy = new PolicyResolver(catalog, mistakes).byDefault(part);
        if (policy.isEmpty()) {
            return List.of();
        }
        List<String> promises = catalog.promises(part).stream().map(Text::value).toList();
        List<Case> cases = new ArrayList<>();
        promises.stream()
                .filter(promise -> !PolicyLaws.promises().contains(promise))
                .forEach(promise -> cases.add(unknown(promise)));
        new PolicyLaws(part.name(), policy.get()::create, policy.get().parameters(), promises)
                .check(WORKLOADS)
                .forEach(verdict -> cases.add(found(verdict)));
        return cases;
    }

    private static Case unknown(String promise) {
        String hint = Suggestion.didYouMean(promise, PolicyLaws.promises());
        return Case.failed(
                "promises only laws that there are",
                "there is no law '" + promise + "'; "
                        + (hint.isEmpty() ? "laws: " + String.join(", ", PolicyLaws.promises()) : hint));
    }

    private static Case found(PolicyLaws.Verdict verdict) {
        return verdict.broken()
                .map(broken -> Case.failed(verdict.law(), broken))
                .orElse(Case.passed(verdict.law(), WORKLOADS + " workloads"));
    }
}

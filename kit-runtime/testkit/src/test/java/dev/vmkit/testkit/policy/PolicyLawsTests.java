package dev.vmkit.testkit.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.api.SchedulerPolicy;
import dev.vmkit.testkit.policy.Mutants.Mutant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyLawsTests {
    private static final int WORKLOADS = 100;

    static Stream<Mutant> mutants() {
        return Mutants.all().stream();
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void reject(Mutant mutant) {
        List<String> promises = mutant.promise().isEmpty() ? List.of() : List.of(mutant.promise());

        assertThat(broken(mutant.policy(), promises)).anyMatch(text -> text.contains(mutant.caught()));
    }

    @Test
    void acceptPlainTurns() {
        assertThat(broken(Mutants.Equal::new, List.of("work-conserving", "weights-are-relative", "nobody-starves")))
                .isEmpty();
    }

    @Test
    void everyMutantIsWrongInAWayOfItsOwn() {
        assertThat(Mutants.all())
                .extracting(Mutant::what)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void everyLawThatCanBePromisedCatchesSomebody() {
        assertThat(Mutants.all()).extracting(Mutant::promise).containsAll(PolicyLaws.promises());
    }

    @Test
    void theSmallestWorkloadIsShownWithTwoCharts() {
        Mutant greedy = Mutants.all().stream()
                .filter(mutant -> mutant.promise().equals("nobody-starves"))
                .findFirst()
                .orElseThrow();

        assertThat(broken(greedy.policy(), List.of("nobody-starves")))
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .startsWith("job")
                        .contains(" starves\nsmallest workload found (crowd 1), one processor:\n")
                        .contains("\nmutant:\n", "\nplain turns:\n")
                        .containsPattern("job\\d  #+\n"));
    }

    private static List<String> broken(Supplier<SchedulerPolicy> make, List<String> promises) {
        return new PolicyLaws("mutant", make, new NoParameters(), promises)
                .check(WORKLOADS).stream()
                        .flatMap(verdict -> verdict.broken().stream())
                        .toList();
    }
}

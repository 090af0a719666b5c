package dev.vmkit.testkit.experiment;

import dev.vmkit.assembly.experiment.Claim;
import dev.vmkit.assembly.experiment.CostProfile;
import dev.vmkit.assembly.experiment.CostProfile.Borrowed;
import dev.vmkit.assembly.experiment.CostProfile.Costs;
import dev.vmkit.assembly.experiment.Experiment;
import dev.vmkit.assembly.experiment.Way;
import dev.vmkit.layers.hypervisor.Exit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What came out of an experiment.
 *
 * @param rows guest by guest, the bare run first
 */
public record Results(Experiment experiment, List<Row> rows) {
    public Results {
        rows = List.copyOf(rows);
    }

    /** A claim, and where it does not hold. */
    public record Checked(Claim claim, List<String> failures) {
        public Checked {
            failures = List.copyOf(failures);
        }

        public boolean holds() {
            return failures.isEmpty();
        }
    }

    /** Names of all guests. */
    public List<String> guests() {
        return rows.stream().map(Row::guest).distinct().toList();
    }

    /** The causes of exits there were, as people write them. */
    public List<String> causes() {
        return rows.stream()
                .flatMap(row -> row.counts().exits().keySet().stream())
                .map(Exit::cause)
                .distinct()
                .sorted()
                .map(Exit.Cause::toString)
                .toList();
    }

    /** What a row costs: the sum of its counts, each times its cost. */
    public double cycles(Row row, CostProfile profile) {
        double instructions = row.counts().instructions() * profile.instruction();
        return instructions
                + row.technique()
                        .map(technique -> monitor(
                                row, Objects.requireNonNull(profile.techniques().get(technique))))
                        .orElse(0.0);
    }

    private double monitor(Row row, Costs costs) {
        double own = row.counts().exits().entrySet().stream()
                .mapToDouble(exit -> exit.getValue() * costs.of(exit.getKey()))
                .sum();
        double added = costs.adds().map(adds -> added(row, adds, costs)).orElse(0.0);
        return own + added + row.counts().references() * costs.reference();
    }

    private double added(Row row, Borrowed adds, Costs costs) {
        Row other = rows.stream()
                .filter(r -> r.guest().equals(row.guest()))
                .filter(r -> r.technique().filter(adds.from().value()::equals).isPresent())
                .findFirst()
                .orElseThrow();
        return other.counts().exits().entrySet().stream()
                .filter(exit -> adds.has(exit.getKey()))
                .mapToDouble(exit -> exit.getValue() * costs.of(exit.getKey()))
                .sum();
    }

    /** A row's cycles as a multiple of those of the bare run. */
    public double slowdown(Row row, CostProfile profile) {
        return cycles(row, profile) / Math.max(1, cycles(find(row.guest(), Way.BARE), profile));
    }

    /** Holds every claim against what was counted. */
    public List<Checked> check() {
        return experiment.claims().stream().map(this::check).toList();
    }

    private Checked check(Claim claim) {
        List<String> failures = new ArrayList<>();
        for (String guest : claim.namesGuests() ? guests().subList(0, 1) : guests()) {
            if (!claim.holds(measure -> measured(measure, guest))) {
                failures.add((claim.namesGuests() ? "" : guest + ": ") + figure(claim.left(), guest) + " "
                        + claim.relation() + " " + figure(claim.right(), guest));
            }
        }
        return new Checked(claim, failures);
    }

    private String figure(Claim.Side side, String guest) {
        return Figures.text(Claim.value(side, measure -> measured(measure, guest)));
    }

    private double measured(Claim.Measure measure, String guest) {
        Row row = find(measure.guest().orElse(guest), measure.way());
        Counts counts = row.counts();
        return switch (measure.what()) {
            case EXITS -> measure.part().map(counts::of).orElseGet(counts::total);
            case INSTRUCTIONS -> counts.instructions();
            case DIRECT -> counts.direct();
            case CYCLES -> cycles(row, profile(measure));
        };
    }

    private CostProfile profile(Claim.Measure measure) {
        return experiment.costs().stream()
                .filter(profile -> measure.part().isEmpty()
                        || measure.part().get().equals(profile.name().value()))
                .findFirst()
                .orElseThrow();
    }

    private Row find(String guest, String way) {
        return rows.stream()
                .filter(row -> row.guest().equals(guest) && row.way().equals(way))
                .findFirst()
                .orElseThrow();
    }
}

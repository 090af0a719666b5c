package dev.vmkit.testkit.experiment;

import dev.vmkit.layers.hypervisor.Exit;
import dev.vmkit.layers.hypervisor.ExitLog;
import dev.vmkit.layers.hypervisor.Guest;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was counted in a guest's run, or of one repetition of its work.
 *
 * @param instructions executed, directly or by the monitor
 * @param direct executed without the monitor
 * @param exits by reason
 * @param references entries of tables that were read where the processor translates twice
 * @param turns how often it got the processor
 */
public record Counts(
        double instructions, double direct, SortedMap<Exit, Double> exits, double references, double turns) {

    public Counts {
        exits = Collections.unmodifiableSortedMap(new TreeMap<>(exits));
    }

    static Counts bare(long instructions) {
        return new Counts(instructions, instructions, new TreeMap<>(), 0, 0);
    }

    static Counts of(Guest guest) {
        ExitLog log = guest.exits();
        SortedMap<Exit, Double> exits = new TreeMap<>();
        log.counts().forEach((exit, count) -> exits.put(exit, (double) count));
        return new Counts(guest.instructions(), log.direct(), exits, log.references(), guest.turns());
    }

    /** What each of so many repetitions added to what was counted before. */
    Counts since(Counts before, int repetitions) {
        SortedMap<Exit, Double> more = new TreeMap<>();
        exits.forEach((exit, count) -> {
            double added = (count - before.exits.getOrDefault(exit, 0.0)) / repetitions;
            if (added != 0) {
                more.put(exit, added);
            }
        });
        return new Counts(
                (instructions - before.instructions) / repetitions,
                (direct - before.direct) / repetitions,
                more,
                (references - before.references) / repetitions,
                (turns - before.turns) / repetitions);
    }

    /** All exits. */
    public double total() {
        return exits.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Those of a cause, or of a cause and a detail behind it, as people write them. */
    public double of(String part) {
        return exits.entrySet().stream()
                .filter(entry -> isPart(entry.getKey(), part))
                .mapToDouble(entry -> entry.getValue())
                .sum();
    }

    private static boolean isPart(Exit exit, String part) {
        String cause = exit.cause().toString();
        return part.equals(cause) || part.equals(cause + " " + exit.detail());
    }
}
